package timeline

import (
	"testing"

	"factcheck/internal/article"
)

// A document that fails when it is read again is released, and dated as before.
func TestLoadAgain(t *testing.T) {
	const src = "The harbour\n\nPublished: 17 June 2018, 09:43\n\nThe harbour opened on Friday."
	list, err := article.Parse("a.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	a := list[0]
	d := New(a, nil, nil, nil)
	if lost, unlinked := InferPublications([]*Document{d}, 0); lost[0] != nil || unlinked != nil || d.Loaded() {
		t.Fatalf("lost %v, unlinked %v, loaded %v", lost, unlinked, d.Loaded())
	}
	want := d.Published.When
	if want != OneDay(Date(2018, 6, 17)) {
		t.Fatalf("published %v", want)
	}
	if defect := d.Load(); defect != nil || !d.Loaded() || len(d.Times) != 2 {
		t.Fatalf("defect %v, times %v", defect, d.Times)
	}
	d.Release()
	end := a.Zones[len(a.Zones)-1].Span.End
	a.Zones[len(a.Zones)-1].Span.End = len(src) + 100
	if defect := d.Load(); defect == nil || defect.Stage != "times" || d.Loaded() || len(d.Sentences) > 0 || d.Published.When != want || d.Published.Source != SourceStamp {
		t.Errorf("defect %v, loaded %v, published %v by %s", defect, d.Loaded(), d.Published.When, d.Published.Source)
	}
	a.Zones[len(a.Zones)-1].Span.End = end
	if defect := d.Load(); defect != nil || len(d.Times) != 2 {
		t.Errorf("read once more: defect %v, times %v", defect, d.Times)
	}
}
