package main

import (
	"embed"
	"fmt"
	"path"
	"strings"
)

//go:embed templates words
var data embed.FS

// A wording is one way to state what a class of errors gets wrong.
type wording struct {
	line    int
	section string // which values the class is to make for it; may be empty
	pieces  []piece
}

// A piece of a wording goes to one place of the carrier.
type piece struct {
	where where
	parts []part
}

// where a piece goes.
type where byte

const (
	inBody     where = 'B'
	inHeadline where = 'H' // in place of the carrier's
	inLead     where = 'L' // before the carrier's first paragraph
)

// A part is literal text, or a slot if name is not empty.
type part struct {
	literal, name, format string
}

// readWordings reads templates/<class>.txt: one wording a line, "#" before
// comments, "[section]" before the wordings of a section. Pieces are divided by
// " | "; "H>" and "L>" before a piece send it to the headline and the lead.
func readWordings(class string) ([]wording, error) {
	name := path.Join("templates", class+".txt")
	src, err := data.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out []wording
	section := ""
	for i, line := range strings.Split(string(src), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			w := wording{line: i + 1, section: section}
			for _, s := range strings.Split(line, " | ") {
				p, err := parsePiece(strings.TrimSpace(s))
				if err != nil {
					return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
				}
				w.pieces = append(w.pieces, p)
			}
			out = append(out, w)
		}
	}
	return out, nil
}

func parsePiece(s string) (piece, error) {
	p := piece{where: inBody}
	switch {
	case strings.HasPrefix(s, "H>"):
		p.where, s = inHeadline, s[2:]
	case strings.HasPrefix(s, "L>"):
		p.where, s = inLead, s[2:]
	}
	s = strings.TrimSpace(s)
	for s != "" {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			p.parts = append(p.parts, part{literal: s})
			break
		}
		end := strings.IndexByte(s[open:], '}')
		if end < 0 {
			return p, fmt.Errorf("a slot is not closed: %s", s[open:])
		}
		if open > 0 {
			p.parts = append(p.parts, part{literal: s[:open]})
		}
		name, format, _ := strings.Cut(s[open+1:open+end], ":")
		p.parts = append(p.parts, part{name: name, format: format})
		s = s[open+end+1:]
	}
	return p, nil
}
