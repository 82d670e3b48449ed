package input

import "sort"

// An Origin says where the bytes of a text stand in the file that it was read
// from.
type Origin struct {
	File   string // the text of the file, in UTF-8
	pieces []piece
}

// A piece is a run of bytes up to the next piece.
type piece struct {
	text, file int
	same       bool // the bytes of the file are those of the text; else all stand at file
	size       int  // bytes of the file, where they are not those of the text
}

func (o *Origin) add(p piece) {
	if n := len(o.pieces); n > 0 {
		last := o.pieces[n-1]
		if last.same && p.same && p.text-last.text == p.file-last.file {
			return
		}
	}
	o.pieces = append(o.pieces, p)
}

// Place returns the offset in File of the byte at offset of the text; for what
// the file does not have, such as the lines between paragraphs, a place close by.
func (o *Origin) Place(offset int) int {
	i := sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].text > offset }) - 1
	if i < 0 {
		return 0
	}
	p := o.pieces[i]
	if !p.same {
		return p.file
	}
	return min(p.file+offset-p.text, len(o.File))
}

// End returns the offset in File behind the byte before offset of the text.
func (o *Origin) End(offset int) int {
	if offset == 0 {
		return o.Place(0)
	}
	i := sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].text >= offset }) - 1
	if i < 0 {
		return 0
	}
	p := o.pieces[i]
	if !p.same {
		return min(p.file+p.size, len(o.File))
	}
	return min(p.file+offset-p.text, len(o.File))
}
