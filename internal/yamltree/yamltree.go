// Package yamltree parses YAML that may come from anywhere. It looks at the
// tokens before the parser does, so that neither deep nesting nor endless lists
// cost more than a moment, and turns a panic of the parser into an error.
package yamltree

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/scanner"
	"github.com/goccy/go-yaml/token"
)

// MaxDepth is how deeply brackets, lists and keys may nest in all. What
// factcheck reads needs three levels, and the front matter of site generators
// few more. The parser's time grows with the square of the nesting.
const MaxDepth = 64

// maxTokens bounds the memory of the parser, some 250 bytes a token. A list of
// 16 MiB that factcheck wrote has 1.3 million.
const maxTokens = 1_500_000

// Parse returns the tree of src. The error is a [yaml.Error] with a place
// where one is known; of one past a bound it is the token that passes it.
func Parse(src []byte, opts ...parser.Option) (file *ast.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			file, err = nil, errors.New("the YAML cannot be parsed")
		}
	}()
	tokens, err := tokenize(string(src))
	if err != nil {
		return nil, err
	}
	return parser.Parse(tokens, 0, opts...)
}

// Message returns what is wrong in one line, and the token at which, nil if
// none is known. It prints no source, which takes the parser's own errors a
// time that grows with the square of the line.
func Message(err error) (string, *token.Token) {
	if located, ok := errors.AsType[yaml.Error](err); ok {
		message, _, _ := strings.Cut(located.GetMessage(), "\n")
		return message, located.GetToken()
	}
	message, _, _ := strings.Cut(err.Error(), "\n")
	return message, nil
}

// tokenize is the parser's own lexer with a bound.
func tokenize(src string) (token.Tokens, error) {
	var s scanner.Scanner
	s.Init(src)
	var tokens token.Tokens
	var n nesting
	for {
		next, err := s.Scan()
		if err == io.EOF {
			return tokens, nil
		}
		for _, t := range next {
			tokens.Add(t)
			if problem := n.add(t); problem != "" {
				return nil, &yaml.SyntaxError{Message: problem, Token: t}
			}
		}
		if len(tokens) > maxTokens {
			return nil, &yaml.SyntaxError{Message: fmt.Sprintf("more than %d words and signs", maxTokens), Token: tokens[len(tokens)-1]}
		}
	}
}

// A nesting follows how deeply the nodes of a YAML text nest, by its tokens
// alone. Lists and mappings in brackets count by their brackets, others by the
// columns at which their entries begin. Two of those may begin at one column,
// so the tree is at most twice as deep as depth says.
type nesting struct {
	brackets []int // the column of the node that each open bracket begins
	columns  []int // of open entries outside brackets, rising
	start    int   // column of the node that is being read, 0 before it
	line     int
	prefixes int // tags, anchors and question marks in a row
	values   int // colons since the last bracket or comma, inside brackets
}

func (n *nesting) depth() int { return len(n.brackets) + len(n.columns) }

// add takes the next token, and says what is wrong if it nests too deeply.
func (n *nesting) add(t *token.Token) string {
	if p := t.Position; p != nil && t.Type != token.CommentType {
		n.place(t, p)
	}
	n.count(t)
	switch t.Type {
	case token.SequenceStartType, token.MappingStartType:
		n.brackets = append(n.brackets, n.start)
		n.values = 0
	case token.SequenceEndType, token.MappingEndType:
		n.close()
	case token.CollectEntryType:
		n.values = 0
	case token.DocumentHeaderType, token.DocumentEndType:
		*n = nesting{line: n.line}
	}
	if n.depth()+n.prefixes+n.values > MaxDepth {
		return fmt.Sprintf("nested more than %d deep", MaxDepth)
	}
	return ""
}

// place keeps where nodes begin outside brackets, and opens entries there.
func (n *nesting) place(t *token.Token, p *token.Position) {
	if len(n.brackets) > 0 {
		return
	}
	colon := t.Type == token.MappingValueType
	if n.start == 0 || p.Line > n.line && !colon {
		n.start = p.Column
	}
	n.line = p.Line
	switch t.Type {
	case token.SequenceEntryType, token.MappingKeyType:
		n.open(p.Column)
		n.start = 0
	case token.MappingValueType:
		n.open(n.start)
		n.start = 0
	}
}

// open begins an entry at a column, which ends those further right.
func (n *nesting) open(column int) {
	last := len(n.columns)
	for last > 0 && n.columns[last-1] >= column {
		last--
	}
	n.columns = append(n.columns[:last], column)
}

// close takes the last open bracket off; the node that it began may be a key.
func (n *nesting) close() {
	if last := len(n.brackets) - 1; last >= 0 {
		n.start, n.brackets = n.brackets[last], n.brackets[:last]
	}
	n.values = 0
}

// count follows what nests without a column of its own.
func (n *nesting) count(t *token.Token) {
	switch t.Type {
	case token.TagType, token.AnchorType, token.MappingKeyType, token.AliasType:
		n.prefixes++
	case token.CommentType:
	default:
		n.prefixes = 0
	}
	if t.Type == token.MappingValueType && len(n.brackets) > 0 {
		n.values++
	}
}
