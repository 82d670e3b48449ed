package tag

import (
	_ "embed" // the model
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed data/english.model
var englishModel string

// English returns the model that ships. It is read when first asked for and
// shared; reading it means looking at its head.
var English = sync.OnceValue(func() *Model {
	m, err := Read(englishModel)
	if err != nil {
		panic(err) // a bug in our own data: a test reads it
	}
	return m
})

// A Model is a trained tagger. It never changes and may be used by any number
// of goroutines at once.
//
// Its file begins with lines of text, which say where it comes from and how
// good it is, and ends them with an empty line and a zero byte. Behind that
// stand the spellings of the tags, a table of words and a table of features,
// numbers in little-endian order. Nothing is unpacked: the tables are used as
// they lie in the file.
type Model struct {
	Head     string // the lines of text
	words    wordTable
	features featureTable
	memos    sync.Pool // of *memo
}

// Facts returns what the lists say of a word, by its ID; 0 if they do not have
// it.
func (m *Model) Facts(id uint32) Facts { return m.words.find(id).facts }

// magic begins the part behind the text.
const magic = "tag1"

// A wordTable is a hash table with open addressing, eight bytes a slot: the
// ID, the tag of words that have one only, the class, what the lists know, 0.
type wordTable struct {
	slots string
	n     uint32 // slots
}

const slotBytes = 8

type wordEntry struct {
	dict  Tag
	class uint8
	facts Facts
}

func (t *wordTable) find(id uint32) wordEntry {
	for i := firstSlot(id, t.n); ; i++ {
		if i == t.n {
			i = 0
		}
		s := t.slots[i*slotBytes:][:slotBytes]
		switch got := u32(s); got {
		case id:
			return wordEntry{Tag(s[4]), s[5], Facts(s[6]) | Facts(s[7])<<8}
		case 0:
			return wordEntry{}
		}
	}
}

// firstSlot is where the search for an ID begins among n slots.
func firstSlot(id, n uint32) uint32 {
	return uint32(uint64(id*0x9e3779b1) * uint64(n) >> 32)
}

// A featureTable has the weights of the features. Records lie in buckets by
// the low bits of their hash: the high sixteen bits, the number of weights,
// and for each the tag and the signed square root of the weight.
type featureTable struct {
	// Four bytes a bucket and four for the end: where the records begin, and
	// above those offsetBits a filter, in which every record of the bucket has
	// a bit. Most features that are looked up are not there, and this says so
	// without a look at the records.
	offsets string
	records string
	mask    uint32
}

const (
	offsetBytes = 4
	offsetBits  = 20
	offsetMask  = 1<<offsetBits - 1
)

// filterBit is the bit of a feature in the filter of its bucket.
func filterBit(hash uint32) uint32 { return 1 << (offsetBits + hash>>16%(32-offsetBits)) }

// squares has the weight of every root, by its byte.
var squares = func() (table [256]int32) {
	for i := range table {
		q := int32(int8(i))
		table[i] = q * max(q, -q)
	}
	return table
}()

// A stretch is where a feature stands among the records, if it is there.
type stretch struct {
	from, to uint32
	print    uint16 // the high bits of its hash
	some     uint8  // 0: it is not there
}

// stretch returns the records of the bucket of a feature.
func (t *featureTable) stretch(hash uint32) stretch {
	o := t.offsets[(hash&t.mask)*offsetBytes:][:2*offsetBytes]
	from, to := u32(o), u32(o[offsetBytes:])
	return stretch{from & offsetMask, to & offsetMask, uint16(hash >> 16), uint8(from >> (offsetBits + hash>>16%(32-offsetBits)) & 1)}
}

// in returns the weights of the feature whose records stand in a stretch, two
// bytes each.
func (t *featureTable) in(s *stretch) string {
	rec := t.records[s.from:s.to]
	for len(rec) > 3 {
		n := 2*int(rec[2]) + 3
		if uint16(rec[0])|uint16(rec[1])<<8 == s.print {
			return rec[3:n]
		}
		rec = rec[n:]
	}
	return ""
}

func u32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

var errShort = errors.New("tag model is cut off, train it again")

// Read returns the model that data has in it. The data is not copied.
func Read(data string) (*Model, error) {
	head, rest, ok := strings.Cut(data, "\n\x00")
	if !ok || !strings.HasPrefix(rest, magic) {
		return nil, errors.New("tag model has no head, train it again")
	}
	m := &Model{Head: head}
	r := sections{rest: rest[len(magic):]}
	if got, want := r.next(), strings.Join(names[:], "\n"); got != want {
		return nil, fmt.Errorf("tag model has the tags %q, want %q, train it again", got, want)
	}
	m.words.slots = r.next()
	m.features.offsets = r.next()
	m.features.records = r.next()
	if r.short {
		return nil, errShort
	}
	return m, m.check()
}

// check makes sure that no look-up can leave the tables.
func (m *Model) check() error {
	m.words.n = uint32(len(m.words.slots) / slotBytes)
	buckets := uint32(len(m.features.offsets)/offsetBytes) - 1
	if m.words.n == 0 || buckets == 0 || buckets&(buckets-1) != 0 || len(m.features.offsets) < 2*offsetBytes {
		return errShort
	}
	m.features.mask = buckets - 1
	return nil
}

// sections cuts the parts of a model, each behind its length.
type sections struct {
	rest  string
	short bool
}

func (s *sections) next() string {
	if len(s.rest) < 4 || uint64(len(s.rest)-4) < uint64(u32(s.rest)) {
		s.short = true
		return ""
	}
	n := u32(s.rest)
	part := s.rest[4 : 4+n]
	s.rest = s.rest[4+n:]
	return part
}

// A Word is what a model knows of one word, for [Write].
type Word struct {
	ID  uint32
	Tag Tag // of a word that has one only, else None
	// Class numbers the sets of tags that words had in the training text; 0 is
	// nothing.
	Class uint8
	Facts Facts
}

// A Feature has the weights of one feature, for [Write].
type Feature struct {
	Hash    uint32
	Weights []Weight // in the order of the tags, no zeros
}

// A Weight is signed, its size the square root of the true one in units of
// the model.
type Weight struct {
	Tag  Tag
	Root int8
}

// Write returns the bytes of a model, whose features may take a million bytes. Two features whose hashes share their
// bucket and their upper half are one to it; the first stays.
func Write(head string, words []Word, features []Feature) []byte {
	out := append([]byte(strings.TrimRight(head, "\n")+"\n\n\x00"), magic...)
	section := func(part []byte) {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	section([]byte(strings.Join(names[:], "\n")))
	section(writeWords(words))
	offsets, records := writeFeatures(features)
	section(offsets)
	section(records)
	return out
}

func writeWords(words []Word) []byte {
	slots := len(words)*8/7 + 1
	table := make([]byte, slots*slotBytes)
	for _, w := range words {
		i := int(firstSlot(w.ID, uint32(slots)))
		for binary.LittleEndian.Uint32(table[i*slotBytes:]) != 0 {
			i = (i + 1) % slots
		}
		s := table[i*slotBytes:]
		binary.LittleEndian.PutUint32(s, w.ID)
		s[4], s[5], s[6], s[7] = byte(w.Tag), w.Class, byte(w.Facts), byte(w.Facts>>8)
	}
	return table
}

func writeFeatures(features []Feature) (offsets, records []byte) {
	buckets := 1
	for buckets*2 < len(features) {
		buckets *= 2
	}
	mask := uint32(buckets - 1)
	sorted := slices.Clone(features)
	slices.SortFunc(sorted, func(a, b Feature) int {
		if a.Hash&mask != b.Hash&mask {
			return int(a.Hash&mask) - int(b.Hash&mask)
		}
		if a.Hash < b.Hash {
			return -1
		}
		return 1
	})
	next := 0
	for b := range uint32(buckets) {
		at := uint32(len(records))
		for ; next < len(sorted) && sorted[next].Hash&mask == b; next++ {
			f := &sorted[next]
			at |= filterBit(f.Hash)
			records = append(records, byte(f.Hash>>16), byte(f.Hash>>24), byte(len(f.Weights)))
			for _, w := range f.Weights {
				records = append(records, byte(w.Tag), byte(w.Root))
			}
		}
		offsets = binary.LittleEndian.AppendUint32(offsets, at)
	}
	return binary.LittleEndian.AppendUint32(offsets, uint32(len(records))), records
}
