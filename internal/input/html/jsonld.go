package html

import (
	"encoding/json"
	"strings"
)

// A newsArticle is a node of JSON-LD that may be the story (schema.org, Article
// and its subtypes).
type newsArticle struct {
	headline, published, outlet string
}

// maxNodes bounds how many nodes of one script are looked at.
const maxNodes = 10_000

// newsArticles returns the articles of a script, in its order; none if it is no
// JSON.
func newsArticles(script string) []*newsArticle {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<!--"), "-->")
	script = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(script), "//<![CDATA["), "//]]>")
	var root any
	decoder := json.NewDecoder(strings.NewReader(lineEndsInStrings(script)))
	if decoder.Decode(&root) != nil {
		return nil
	}
	var out []*newsArticle
	nodes := 0
	var walk func(v any)
	walk = func(v any) {
		if nodes++; nodes > maxNodes {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			if isArticle(v["@type"]) {
				out = append(out, &newsArticle{
					headline: firstString(v["headline"], v["name"]), published: firstString(v["datePublished"], v["dateCreated"]),
					outlet: nameOf(v["publisher"]),
				})
			}
			walk(v["@graph"])
			walk(v["mainEntity"])
			if page, ok := v["mainEntityOfPage"].(map[string]any); ok {
				walk(page)
			}
		}
	}
	walk(root)
	return out
}

// lineEndsInStrings makes blanks of control characters, which pages leave in
// strings and JSON does not allow.
func lineEndsInStrings(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") || v == "Report" || v == "WebPage"
	case []any:
		for _, x := range v {
			if isArticle(x) {
				return true
			}
		}
	}
	return false
}

// firstString returns the first of values that is a string, or a list that
// begins with one, and not empty.
func firstString(values ...any) string {
	for _, v := range values {
		if list, ok := v.([]any); ok && len(list) > 0 {
			v = list[0]
		}
		if s, ok := v.(string); ok && strings.TrimSpace(s) != "" {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

func nameOf(v any) string {
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	if m, ok := v.(map[string]any); ok {
		return firstString(m["name"])
	}
	return firstString(v)
}
