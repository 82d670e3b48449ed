package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"slices"

	"factcheck/internal/report"
)

// An object writes a JSON object member by member, and lists element by element,
// with the bytes that JSON would write for the whole.
type object struct {
	w        *bufio.Writer
	members  int
	enc      *json.Encoder // to element
	element  bytes.Buffer
	indented bytes.Buffer
	err      error
}

func newObject(w io.Writer) *object {
	o := &object{w: bufio.NewWriterSize(w, 64<<10)}
	o.enc = json.NewEncoder(&o.element)
	o.enc.SetEscapeHTML(false)
	return o
}

// put writes strings unless something has gone wrong.
func (o *object) put(list ...string) {
	for _, s := range list {
		if o.err == nil {
			_, o.err = o.w.WriteString(s)
		}
	}
}

// value writes v behind what stands before it in its line; prefix begins its
// other lines.
func (o *object) value(prefix string, v any) {
	o.element.Reset()
	o.indented.Reset()
	err := o.enc.Encode(v)
	if err == nil {
		err = json.Indent(&o.indented, bytes.TrimSuffix(o.element.Bytes(), []byte("\n")), prefix, "  ")
	}
	if err != nil && o.err == nil {
		o.err = err
	}
	if o.err == nil {
		_, o.err = o.w.Write(o.indented.Bytes())
	}
}

func (o *object) name(name string) {
	if o.members > 0 {
		o.put(",\n")
	} else {
		o.put("{\n")
	}
	o.members++
	o.put("  ", `"`, name, `": `)
}

func (o *object) member(name string, v any) {
	o.name(name)
	o.value("  ", v)
}

// listOf writes a list. It stops where something goes wrong.
func listOf[T any](o *object, name string, all iter.Seq[T]) {
	o.name(name)
	n := 0
	for v := range all {
		if n++; n == 1 {
			o.put("[\n    ")
		} else {
			o.put(",\n    ")
		}
		if o.value("    ", v); o.err != nil {
			return
		}
	}
	if n == 0 {
		o.put("[]")
		return
	}
	o.put("\n  ]")
}

// unread writes the members of u that have something to say.
func (o *object) unread(u report.Unread) {
	if len(u.NotRead) > 0 {
		listOf(o, "notRead", pointers(u.NotRead))
	}
	if len(u.PassedOver) > 0 {
		o.member("passedOver", u.PassedOver)
	}
	if len(u.NoDate) > 0 {
		listOf(o, "noDate", pointers(u.NoDate))
	}
}

func (o *object) close() error {
	o.put("\n}\n")
	if o.err != nil {
		return o.err
	}
	return o.w.Flush()
}

// pointers yields a pointer to each element.
func pointers[T any](list []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// DatesJSON writes what JSON would write of a [report.Dates], document by
// document.
func DatesJSON(w io.Writer, d report.DatedSeq) error {
	o := newObject(w)
	o.member("schema", report.Schema)
	listOf(o, "documents", d.All)
	o.unread(d.Unread())
	return o.close()
}

// CheckJSON writes what JSON would write of c, without holding it twice.
func CheckJSON(w io.Writer, c *report.Check) error {
	o := newObject(w)
	o.member("schema", c.Schema)
	listOf(o, "documents", pointers(c.Documents))
	listOf(o, "findings", pointers(c.Findings))
	listOf(o, "suppressed", slices.Values(c.Suppressed))
	listOf(o, "notChecked", slices.Values(c.NotChecked))
	o.unread(c.Unread)
	o.member("summary", c.Summary)
	if c.NotShown > 0 {
		o.member("notShown", c.NotShown)
	}
	if c.Interrupted > 0 {
		o.member("interrupted", c.Interrupted)
	}
	return o.close()
}

// TimelineJSON writes what JSON would write of t, without holding it twice.
func TimelineJSON(w io.Writer, t *report.Timeline) error {
	o := newObject(w)
	o.member("schema", t.Schema)
	listOf(o, "documents", pointers(t.Documents))
	listOf(o, "events", pointers(t.Events))
	o.member("undated", t.Undated)
	o.unread(t.Unread)
	return o.close()
}
