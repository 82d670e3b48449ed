package wordtable

import (
	"fmt"
	"maps"
	"testing"
)

// A table has what a map has, with words of all lengths and phrases that differ
// in the middle only.
func TestTableIsAMap(t *testing.T) {
	want := map[string]int{}
	var table Table[int]
	put := func(word string, v int) {
		want[word] = v
		table.Put(word, v)
	}
	for i := range 3000 {
		put(fmt.Sprint(i), i)
		put(fmt.Sprintf("a phrase with %d in the middle of it", i), i)
	}
	put("", 7)
	put("17", -17)
	if got := maps.Collect(table.All()); !maps.Equal(got, want) || table.Len() != len(want) {
		t.Errorf("%d of %d words", len(got), len(want))
	}
	for word, v := range want {
		if got, ok := table.Find(word); got != v || !ok {
			t.Errorf("%q is %d, %v; want %d", word, got, ok, v)
		}
	}
	for _, word := range []string{"3000", "a", "ab", "abc", "abcd", "abcdefgh", "a phrase with 3000 in the middle of it"} {
		if v, ok := table.Find(word); ok || v != 0 || table.At(word) != nil {
			t.Errorf("%q is there: %d", word, v)
		}
	}
}

func TestEmptyTable(t *testing.T) {
	var table Table[string]
	if v := table.Get("word"); v != "" {
		t.Errorf("got %q", v)
	}
}

func BenchmarkFind(b *testing.B) {
	words := []string{"the", "minister", "said", "on", "Tuesday", "that", "government", "would", "cut", "taxes"}
	table, index := New[bool](2000), map[string]bool{}
	for i := range 2000 {
		table.Put(fmt.Sprint("word", i), true)
		index[fmt.Sprint("word", i)] = true
	}
	b.Run("in=table", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, w := range words {
				if table.Get(w) {
					b.Fatal(w)
				}
			}
		}
	})
	b.Run("in=map", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, w := range words {
				if index[w] {
					b.Fatal(w)
				}
			}
		}
	})
}
