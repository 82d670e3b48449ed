package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// A count is a number of right ones out of all.
type count struct{ right, all int }

// percent returns 100 for all right, 0 for none out of none.
func (c count) percent() float64 {
	if c.all == 0 {
		return 0
	}
	return 100 * float64(c.right) / float64(c.all)
}

// A tagging tags the tokens of a sentence.
type tagging func(buf []tag.Tag, s *sentence) []tag.Tag

// scoreTags counts the tags that are right, on the tokens of the corpus.
func scoreTags(docs []document, tags tagging) count {
	var (
		c   count
		buf []tag.Tag
	)
	for d := range docs {
		for i := range docs[d].sentences {
			s := &docs[d].sentences[i]
			buf = tags(buf[:0], s)
			for k, t := range buf {
				c.all++
				if t == s.tags[k] {
					c.right++
				}
			}
		}
	}
	return c
}

// A tokenScore counts tokens of the corpus, our own, and those that are in
// both with the same span.
type tokenScore struct{ gold, ours, both int }

// f1 returns the harmonic mean of precision and recall, in percent.
func (s tokenScore) f1() float64 { return 200 * float64(s.both) / float64(s.gold+s.ours) }

func scoreTokens(docs []document) tokenScore {
	var (
		score tokenScore
		buf   []tag.Token
	)
	for _, d := range docs {
		for _, s := range d.sentences {
			buf = tag.Split(buf[:0], s.src, text.Span{End: len(s.src)})
			score.gold += len(s.tokens)
			score.ours += len(buf)
			score.both += shared(s.tokens, buf)
		}
	}
	return score
}

// shared returns how many spans are in both.
func shared(a, b []tag.Token) int {
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i].Span == b[k].Span:
			n++
			i++
			k++
		case a[i].Start < b[k].Start || a[i].Start == b[k].Start && a[i].End < b[k].End:
			i++
		default:
			k++
		}
	}
	return n
}

// scores are what is measured of a model, or of several over parts of a corpus.
type scores struct {
	tokens           tokenScore
	float, quantised count
	final            count // with the rules over tags
	byGenre          map[string]*count
	wrong            map[[2]tag.Tag]int // right tag and ours
	bytes            int                // of the last model
	repaired, spoilt int                // by the rules over tags
}

// measure trains on some documents and adds the score over others. It returns
// the model.
func (s *scores) measure(docs, held []document, lists map[uint32]tag.Facts) (*tag.Model, error) {
	words, l, err := train(sentencesOf(docs), lists)
	if err != nil {
		return nil, err
	}
	data := tag.Write("not to be kept", words, l.features(smallestRoot))
	m, err := tag.Read(string(data))
	if err != nil {
		return nil, err
	}
	s.bytes = len(data)
	s.float.add(scoreTags(held, l.tags))
	s.tagged(held, m)
	return m, nil
}

// right counts the tags that are.
func right(tags, gold []tag.Tag) count {
	c := count{all: len(tags)}
	for k := range tags {
		if tags[k] == gold[k] {
			c.right++
		}
	}
	return c
}

// repairs counts the tags that rules over the sentence changed.
func (s *scores) repairs(sent *sentence, before, after []tag.Tag) {
	for k := range after {
		if before[k] == after[k] {
			continue
		}
		switch sent.tags[k] {
		case after[k]:
			s.repaired++
		case before[k]:
			s.spoilt++
		}
	}
}

// tagged adds what the model gets right.
func (s *scores) tagged(docs []document, m *tag.Model) {
	for i := range docs {
		c := scoreTags(docs[i:i+1], func(buf []tag.Tag, sent *sentence) []tag.Tag {
			buf = m.Tags(buf, sent.src, sent.tokens)
			before := slices.Clone(buf)
			syntax.Repair(sent.src, sent.tokens, buf)
			s.repairs(sent, before, buf)
			s.quantised.add(right(before, sent.tags))
			for k, t := range buf {
				if t != sent.tags[k] {
					s.wrong[[2]tag.Tag{sent.tags[k], t}]++
				}
			}
			return buf
		})
		genre := s.byGenre[docs[i].genre()]
		if genre == nil {
			genre = new(count)
			s.byGenre[docs[i].genre()] = genre
		}
		genre.add(c)
		s.final.add(c)
	}
}

func (c *count) add(more count) {
	c.right += more.right
	c.all += more.all
}

// print writes the figures, and the most frequent errors if asked for.
func (s *scores) print(out io.Writer, errors bool) {
	fmt.Fprintf(out, "tokens F1                %.2f  of %d\n", s.tokens.f1(), s.tokens.gold)
	fmt.Fprintf(out, "tags, weights as learned %.2f  of %d right\n", s.float.percent(), s.float.all)
	fmt.Fprintf(out, "tags, weights as bytes   %.2f\n", s.quantised.percent())
	fmt.Fprintf(out, "with rules over tags     %.2f  %d repaired, %d spoilt\n", s.final.percent(), s.repaired, s.spoilt)
	for _, genre := range slices.Sorted(maps.Keys(s.byGenre)) {
		fmt.Fprintf(out, "  %-22s %.2f  of %d\n", genre, s.byGenre[genre].percent(), s.byGenre[genre].all)
	}
	fmt.Fprintf(out, "model                    %d bytes\n", s.bytes)
	if !errors {
		return
	}
	pairs := slices.SortedFunc(maps.Keys(s.wrong), func(a, b [2]tag.Tag) int {
		return cmp.Or(s.wrong[b]-s.wrong[a], int(a[0])-int(b[0]), int(a[1])-int(b[1]))
	})
	for _, p := range pairs[:min(40, len(pairs))] {
		fmt.Fprintf(out, "%5d  %s taken for %s\n", s.wrong[p], p[0], p[1])
	}
}
