package article

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"factcheck/internal/format"
	"factcheck/internal/parallel"
)

// Bounds of an archive. What is unpacked is held until all of it has been read.
const (
	maxMembers  = 20_000
	maxUnpacked = 512 << 20 // bytes, of all members
	// maxRatio is how many bytes one of the archive may stand for: text shrinks to
	// a fifth, tables to a thirtieth.
	maxRatio = 200
	// smallMember is how large a member may be whatever its ratio, in bytes.
	smallMember = 1 << 20
)

// A zipMember is a file of an archive, and what was made of it.
type zipMember struct {
	file *zip.File
	docs []document
	errs []error
}

// parseZip reads the files of an archive, in its order, each by itself. Those whose
// extension is that of no format are left out as in a folder.
func parseZip(name string, src []byte, forced string) ([]document, []error) {
	fail := func(message, hint string) ([]document, []error) {
		return nil, []error{&Error{File: name, Message: message, Hint: hint}}
	}
	archive, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return fail("the archive is damaged: "+strings.TrimPrefix(err.Error(), "zip: "), "pack it again")
	}
	if len(archive.File) > maxMembers {
		return fail(fmt.Sprintf("the archive has more than %d files", maxMembers), "split it")
	}
	members, unpacked := zipMembers(archive), uint64(0)
	for _, m := range members {
		unpacked += m.file.UncompressedSize64
	}
	switch {
	case len(members) == 0:
		return fail("the archive has no articles", "pack articles, such as .txt, .md, .html or .docx files")
	case unpacked > maxUnpacked:
		return fail(fmt.Sprintf("the archive holds more than %d MiB", maxUnpacked>>20), "split it")
	}
	parallel.Each(len(members), func(i int) { members[i].read(name, forced) })
	var docs []document
	var errs []error
	for _, m := range members {
		docs, errs = append(docs, m.docs...), append(errs, m.errs...)
	}
	return docs, errs
}

// zipMembers returns the files that are read.
func zipMembers(archive *zip.Reader) []*zipMember {
	var out []*zipMember
	for _, f := range archive.File {
		base := path.Base(f.Name)
		hidden := strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/")
		kind := format.ByName(base)
		if hidden || f.FileInfo().IsDir() || ownFiles[base] || kind == nil {
			continue
		}
		if kind.Read() || byContent(base) || kind.ID == format.Archive {
			out = append(out, &zipMember{file: f})
		}
	}
	return out
}

// read unpacks a member and reads its articles.
func (m *zipMember) read(archive, forced string) {
	name := archive + "/" + m.file.Name
	src, problem := m.unpack(name)
	if problem != nil {
		m.errs = []error{problem}
		return
	}
	g := format.Of(name, src)
	switch {
	case g.ID == format.Zip || g.ID == format.Archive:
		m.errs = []error{&Error{File: name, Message: "an archive inside an archive is not read", Hint: "unpack it first"}}
	case byContent(name) && !g.Read() && forced == "":
	default:
		m.docs, m.errs = parse(name, src, forced)
	}
}

// unpack returns the bytes of a member.
func (m *zipMember) unpack(name string) ([]byte, *Error) {
	f := m.file
	const encrypted = 1
	switch {
	case f.Flags&encrypted != 0:
		return nil, &Error{File: name, Message: "it is locked by a password", Hint: "unpack it first"}
	case f.UncompressedSize64 > MaxSize:
		return nil, &Error{File: name, Message: fmt.Sprintf("it is larger than %d MiB", MaxSize>>20), Hint: "leave it out"}
	case f.UncompressedSize64 > smallMember && f.UncompressedSize64/maxRatio > f.CompressedSize64:
		return nil, &Error{File: name, Message: fmt.Sprintf("it is packed to less than a %dth, as no article is", maxRatio), Hint: "leave it out"}
	}
	src, err := readMember(f)
	if err != nil {
		return nil, &Error{File: name, Message: "it cannot be unpacked: " + strings.TrimPrefix(err.Error(), "zip: "), Hint: "pack it again"}
	}
	return src, nil
}

// readMember reads no more than the archive says that a member has.
func readMember(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	src, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	if err == nil && uint64(len(src)) > f.UncompressedSize64 {
		err = errors.New("it is larger than it says")
	}
	return src, err
}
