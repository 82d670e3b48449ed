package page

import (
	"factcheck/internal/article"
)

// InArticle reports whether the facts of a zone belong to the article.
func InArticle(k article.Kind) bool {
	switch k {
	case article.Headline, article.Deck, article.Body, article.Caption, article.Correction:
		return true
	}
	return false
}

// Counted reports whether the sentences of a zone are the article's own.
func Counted(k article.Kind) bool {
	return k == article.Headline || k == article.Deck || k == article.Body
}
