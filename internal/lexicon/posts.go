package lexicon

import (
	"factcheck/internal/wordtable"

	"strings"
	"sync"
)

// A Post is what a title says of its holder that no other title of the same line
// can say at the time.
type Post struct {
	Title string
	// Lines are the lines of offices or trades that it belongs to: cabinet, rank.
	Lines []string
	// Name is what titles share that mean one post: "finance" for treasury
	// secretary and economy minister.
	Name string
	// Broad is the post that this one is called for short, "" if none: "general"
	// for major general.
	Broad string
	// Against are lines that the post excludes without belonging to them.
	Against []string
}

// PostOf finds the post of a canonical title, such as "prime minister".
func PostOf(title string) (Post, bool) {
	t, _ := loadPosts()
	p, ok := t[title]
	return p, ok
}

// TenureWord reports whether a lower-case word speaks of taking, leaving or
// having held an office: appointed, resigned, previously.
func TenureWord(word string) bool {
	set, _ := loadTenureWords()
	return set.Get(word)
}

var (
	loadPosts = sync.OnceValues(func() (map[string]Post, error) {
		return parsePosts("posts.tsv", postsData)
	})
	loadTenureWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("tenurewords.txt", tenureWordsData)
	})
)

func parsePosts(file, data string) (map[string]Post, error) {
	table := make(map[string]Post, rowsIn(data))
	r := newReader(file, data, "title", "line", "post", "broad", "against")
	for r.next() {
		table[r.fields[0]] = Post{Title: r.fields[0], Lines: strings.Split(r.fields[1], "|"), Name: r.fields[2], Broad: r.value(3), Against: listed(r.value(4))}
	}
	return table, r.err()
}

// listed parts a list at its strokes; nil for an empty one.
func listed(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
