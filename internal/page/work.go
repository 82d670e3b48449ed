package page

import (
	"factcheck/internal/article"
	"factcheck/internal/isolate"
)

// workOn names a stage of the work on an article.
func workOn(a *article.Article, stage string) isolate.Work {
	return isolate.Work{Stage: stage, Doc: a.ID, File: a.File}
}

func (d *Page) Work(stage string) isolate.Work { return workOn(d.Article, stage) }
