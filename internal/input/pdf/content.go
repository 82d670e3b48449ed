package pdf

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// A glyph is a character at its place on the page, in points.
type glyph struct {
	text              string
	x, y, width, size float64
}

// A matrix is a, b, c, d, e, f of a transformation (ISO 32000-1, 8.3.3).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul is m, then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) moved(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y}.mul(m) }

// A textState is the part of the graphics state that places text (ISO 32000-1, 9.3).
type textState struct {
	page, line, text                                  matrix
	font                                              *font
	size, charSpace, wordSpace, scale, leading, raise float64
}

// Bounds of a page.
const (
	maxForms = 1_000 // how many pieces of pages are drawn
	maxDepth = 8     // of pieces in pieces
)

// A painter reads what a page paints. The library's own reader of pages knows the widths
// of the glyphs of simple fonts only, not those that browsers write, and reads no pieces
// (form XObjects).
type painter struct {
	glyphs []glyph
	fonts  map[string]*font // of the piece that is read
	forms  int
	state  textState
	saved  []textState
}

// glyphsOf returns the characters of a page in the order in which it paints them.
func glyphsOf(page pdf.Page) []glyph {
	p := &painter{state: textState{page: identity, scale: 1}}
	if contents := page.V.Key("Contents"); contents.Kind() != pdf.Null {
		p.piece(contents, page.Resources(), 0)
	}
	return p.glyphs
}

func (p *painter) piece(contents, resources pdf.Value, depth int) {
	outer := p.fonts
	p.fonts = map[string]*font{}
	pdf.Interpret(contents, func(stack *pdf.Stack, operator string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		if operator == "Do" && len(args) == 1 {
			p.form(resources.Key("XObject").Key(args[0].Name()), resources, depth+1)
			return
		}
		p.operator(operator, args, resources)
	})
	p.fonts = outer
}

// form reads a piece of a page that is painted there.
func (p *painter) form(form, resources pdf.Value, depth int) {
	if p.forms++; p.forms > maxForms || depth > maxDepth || form.Kind() != pdf.Stream || form.Key("Subtype").Name() != "Form" {
		return
	}
	before, saved := p.state, p.saved
	if own := form.Key("Resources"); own.Kind() == pdf.Dict {
		resources = own
	}
	if m := form.Key("Matrix"); m.Len() == 6 {
		p.state.page = matrixOf(valuesOf(m)).mul(p.state.page)
	}
	p.saved = nil
	p.piece(form, resources, depth)
	p.state, p.saved = before, saved
}

func valuesOf(list pdf.Value) []pdf.Value {
	out := make([]pdf.Value, list.Len())
	for i := range out {
		out[i] = list.Index(i)
	}
	return out
}

func matrixOf(args []pdf.Value) matrix {
	var m matrix
	for i := range m {
		m[i] = args[i].Float64()
	}
	return m
}

// operands is how many an operator has.
var operands = map[string]int{"cm": 6, "Tm": 6, "Td": 2, "TD": 2, "Tf": 2, "Tj": 1, "TJ": 1, "'": 1, "\"": 3, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1}

// operator does what one operator of a page says, if it bears on text. One with too few
// operands is passed over.
func (p *painter) operator(name string, args []pdf.Value, resources pdf.Value) {
	n := operands[name]
	if len(args) < n {
		return
	}
	s := &p.state
	args = args[len(args)-n:]
	switch name {
	case "q":
		p.saved = append(p.saved, *s)
	case "Q":
		if n := len(p.saved) - 1; n >= 0 {
			*s, p.saved = p.saved[n], p.saved[:n]
		}
	case "cm":
		s.page = matrixOf(args).mul(s.page)
	case "BT":
		s.text, s.line = identity, identity
	case "Tf":
		s.font, s.size = p.font(args[0].Name(), resources), args[1].Float64()
	case "Tj":
		p.show(args[0].RawString())
	case "TJ":
		p.showAdjusted(args[0])
	case "'":
		s.nextLine(0, -s.leading)
		p.show(args[0].RawString())
	case "\"":
		s.wordSpace, s.charSpace = args[0].Float64(), args[1].Float64()
		s.nextLine(0, -s.leading)
		p.show(args[2].RawString())
	default:
		s.set(name, args)
	}
}

// set sets a parameter, or moves to another place.
func (s *textState) set(name string, args []pdf.Value) {
	switch name {
	case "Tm":
		s.text = matrixOf(args)
		s.line = s.text
	case "Td":
		s.nextLine(args[0].Float64(), args[1].Float64())
	case "TD":
		s.leading = -args[1].Float64()
		s.nextLine(args[0].Float64(), args[1].Float64())
	case "T*":
		s.nextLine(0, -s.leading)
	case "Tc":
		s.charSpace = args[0].Float64()
	case "Tw":
		s.wordSpace = args[0].Float64()
	case "Tz":
		s.scale = args[0].Float64() / 100
	case "TL":
		s.leading = args[0].Float64()
	case "Ts":
		s.raise = args[0].Float64()
	}
}

func (s *textState) nextLine(x, y float64) {
	s.line = s.line.moved(x, y)
	s.text = s.line
}

// showAdjusted shows the strings of a list; numbers in it move back, in thousandths of
// the size.
func (p *painter) showAdjusted(list pdf.Value) {
	for i := range list.Len() {
		if v := list.Index(i); v.Kind() == pdf.String {
			p.show(v.RawString())
		} else {
			p.state.text = p.state.text.moved(-v.Float64()/1000*p.state.size*p.state.scale, 0)
		}
	}
}

// show adds the glyphs of a string and moves behind them.
func (p *painter) show(raw string) {
	s := &p.state
	if s.font == nil {
		return
	}
	for raw != "" && len(p.glyphs) < maxText {
		n := min(s.font.bytes, len(raw))
		code := raw[:n]
		raw = raw[n:]
		text, width := s.font.glyph(code)
		at := matrix{s.size * s.scale, 0, 0, s.size, 0, s.raise}.mul(s.text).mul(s.page)
		p.glyphs = append(p.glyphs, glyph{text, at[4], at[5], width * at[0], at[0]})
		step := width*s.size + s.charSpace
		if code == " " {
			step += s.wordSpace
		}
		s.text = s.text.moved(step*s.scale, 0)
	}
}

// A font gives codes of glyphs their text and their width.
type font struct {
	bytes   int // of a code
	decoder pdf.TextEncoding
	texts   map[string]string
	widths  map[int]float64 // by code, in sizes
	other   float64         // the width of all others
}

func (p *painter) font(name string, resources pdf.Value) *font {
	if f, ok := p.fonts[name]; ok {
		return f
	}
	f := newFont(resources.Key("Font").Key(name))
	p.fonts[name] = f
	return f
}

func newFont(v pdf.Value) *font {
	f := &font{bytes: 1, decoder: (&pdf.Font{V: v}).Encoder(), texts: map[string]string{}, widths: map[int]float64{}}
	if v.Key("Subtype").Name() != "Type0" {
		f.simple(v)
		return f
	}
	f.bytes, f.other = 2, 1
	descendant := v.Key("DescendantFonts").Index(0)
	if w := descendant.Key("DW"); w.Kind() == pdf.Integer || w.Kind() == pdf.Real {
		f.other = w.Float64() / 1000
	}
	f.composite(descendant.Key("W"))
	return f
}

// maxCodes is how many glyphs a font has at most.
const maxCodes = 1 << 16

func (f *font) simple(v pdf.Value) {
	first, widths := int(v.Key("FirstChar").Int64()), v.Key("Widths")
	for i := range min(widths.Len(), 256) {
		f.widths[first+i] = widths.Index(i).Float64() / 1000
	}
}

// composite reads the widths of a composite font: "first [w w …]" or "first last w"
// (ISO 32000-1, 9.7.4.3). It takes maxCodes steps at most, whatever the file says.
func (f *font) composite(w pdf.Value) {
	left := maxCodes
	for i := 0; i+1 < w.Len() && left > 0; left-- {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			n := min(list.Len(), left)
			for k := range n {
				f.widths[first+k] = list.Index(k).Float64() / 1000
			}
			left -= n
			i += 2
			continue
		}
		last := int(w.Index(i + 1).Int64())
		for code := max(first, 0); code <= last && left > 0; code++ {
			f.widths[code] = w.Index(i+2).Float64() / 1000
			left--
		}
		i += 3
	}
}

// ligatures are letters that fonts join (Unicode, Alphabetic Presentation Forms).
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

func (f *font) glyph(code string) (text string, width float64) {
	text, ok := f.texts[code]
	if !ok {
		text = ligatures.Replace(f.decoder.Decode(code))
		f.texts[code] = text
	}
	n := 0
	for _, b := range []byte(code) {
		n = n<<8 | int(b)
	}
	if w, ok := f.widths[n]; ok {
		return text, w
	}
	return text, f.other
}
