package input

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// A JSONItem is one object of a file of JSON, and where it begins, from 1.
type JSONItem struct {
	Raw          json.RawMessage
	Line, Column int
}

// JSONItems returns the object that a file is, or those of the list that it is.
func JSONItems(src []byte) ([]JSONItem, *Problem) {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if at := firstInvalid(src); at >= 0 {
		line, column := position(src, at)
		return nil, &Problem{Line: line, Column: column, Message: "this byte is not UTF-8", Hint: "save the file as UTF-8"}
	}
	start := len(src) - len(bytes.TrimLeft(src, " \t\r\n"))
	decoder := json.NewDecoder(bytes.NewReader(src))
	if start == len(src) || src[start] != '[' {
		item, problem := jsonItem(src, decoder)
		if problem != nil {
			return nil, problem
		}
		return []JSONItem{item}, nil
	}
	var items []JSONItem
	for _, err := decoder.Token(); err == nil && decoder.More(); {
		item, problem := jsonItem(src, decoder)
		if problem != nil {
			return items, problem
		}
		items = append(items, item)
	}
	return items, nil
}

// jsonItem reads the next value.
func jsonItem(src []byte, decoder *json.Decoder) (JSONItem, *Problem) {
	var item JSONItem
	err := decoder.Decode(&item.Raw)
	if err != nil {
		at := len(src)
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			at = int(min(max(decoder.InputOffset(), syntax.Offset-1), int64(len(src))))
		}
		line, column := position(src, at)
		return item, &Problem{Line: line, Column: column, Message: "this is not valid JSON: " + err.Error(), Hint: "save the file again where it was made"}
	}
	item.Line, item.Column = position(src, int(decoder.InputOffset())-len(item.Raw))
	return item, nil
}

// Decode reads the item into v.
func (i *JSONItem) Decode(v any) *Problem {
	err := json.Unmarshal(i.Raw, v)
	if err == nil {
		return nil
	}
	message := err.Error()
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		message = wrong.Field + " cannot be a JSON " + wrong.Value
	}
	return &Problem{Line: i.Line, Column: i.Column, Message: strings.TrimPrefix(message, "json: "), Hint: "export the item again"}
}

func firstInvalid(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for at := 0; ; {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
}

// position returns the line and column of a byte, from 1, columns in code points.
func position(src []byte, at int) (line, column int) {
	before := src[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// ReadJSON reads each object of a file of JSON with read, which returns nil for one
// that is no article. One that cannot be read does not hide the others.
func ReadJSON(src []byte, read func(*JSONItem) ([]*Item, *Problem)) ([]*Item, []*Problem) {
	objects, problem := JSONItems(src)
	var items []*Item
	var problems []*Problem
	for i := range objects {
		found, problem := read(&objects[i])
		if problem != nil {
			problems = append(problems, problem)
		}
		for _, item := range found {
			item.Line, item.Column = objects[i].Line, objects[i].Column
			items = append(items, item)
		}
	}
	if problem != nil {
		problems = append(problems, problem)
	}
	if len(items) == 0 && len(problems) == 0 {
		problems = append(problems, &Problem{Line: 1, Column: 1, Message: "the file has no article with text", Hint: "leave it out"})
	}
	return items, problems
}
