// Package celcode writes checked CEL expressions as bytes and reads them back.
// It is an order of magnitude smaller than protocol buffers of the same, and
// faster to read, as every string, type and reference is written once.
//
// A code is a table of strings, a table of types, a table of references and a
// body. All numbers are varints (encoding/binary): unsigned, or zigzag where
// they may be negative, marked ± below; indexes count from 0.
//
//	code       = strings types references body
//	strings    = count { length bytes }
//	types      = count { kind name:string count { parameter:type } }
//	references = count { name:string count { overload:string } }
//	expression = kind  id±  type  reference  rest
//
// kind is that of cel-go's ast.ExprKind; of types, that of types.Kind. id is
// the distance from the node written before, 0 at first. type and reference
// are 1 above the index in their table, 0 for none. A type's parameters stand
// before it in the table. The rest of an expression is, by its kind:
//
//	call          function:string member count { argument }    the target is the first argument if member is 1
//	comprehension var:string var2:string accu:string range init condition step result
//	ident         name:string
//	list          count { element } count { index of an optional element }
//	literal       tag value
//	map           count { entry id±  optional key value }
//	select        test field:string operand
//	struct        name:string count { entry id±  optional field:string value }
//
// What the body holds beside expressions is the caller's: numbers, strings and
// flags in an order that both sides know. The same calls give the same bytes on
// every machine.
package celcode

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/types"
)

// The tags of literals.
const (
	tagNull = iota
	tagFalse
	tagTrue
	tagInt
	tagUint
	tagDouble
	tagString
	tagBytes
)

// maxDepth bounds how deep the expressions are that a Reader reads.
const maxDepth = 1000

// A Writer makes a code. The zero Writer is ready.
type Writer struct {
	strings    table
	types      table
	references table
	body       []byte
	lastID     int64
	err        error
}

// A table numbers what is written once.
type table struct {
	bytes   []byte
	indexes map[string]int // by what tells two entries apart
}

// index returns the number of the entry with a key, which add writes if it is
// new.
func (t *table) index(key string, add func(to []byte) []byte) int {
	if i, ok := t.indexes[key]; ok {
		return i
	}
	if t.indexes == nil {
		t.indexes = map[string]int{}
	}
	t.bytes = add(t.bytes)
	i := len(t.indexes)
	t.indexes[key] = i
	return i
}

// Bytes returns the code. The error says what could not be written.
func (w *Writer) Bytes() ([]byte, error) {
	var out []byte
	for _, t := range []*table{&w.strings, &w.types, &w.references} {
		out = binary.AppendUvarint(out, uint64(len(t.indexes)))
		out = append(out, t.bytes...)
	}
	return append(out, w.body...), w.err
}

func (w *Writer) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf("celcode: "+format, args...)
	}
}

// Uint writes a number that is not negative.
func (w *Writer) Uint(n int) {
	if n < 0 {
		w.fail("%d is negative", n)
	}
	w.body = binary.AppendUvarint(w.body, uint64(n))
}

// Flag writes true or false.
func (w *Writer) Flag(b bool) {
	if b {
		w.Uint(1)
	} else {
		w.Uint(0)
	}
}

// String writes a string.
func (w *Writer) String(s string) { w.Uint(w.stringIndex(s)) }

func (w *Writer) stringIndex(s string) int {
	return w.strings.index(s, func(to []byte) []byte {
		return append(binary.AppendUvarint(to, uint64(len(s))), s...)
	})
}

// ID writes the number of a node.
func (w *Writer) ID(id int64) {
	w.body = binary.AppendVarint(w.body, id-w.lastID)
	w.lastID = id
}

// Expr writes an expression of a checked tree with its types and references.
func (w *Writer) Expr(e ast.Expr, checked *ast.AST) {
	w.Uint(int(e.Kind()))
	w.ID(e.ID())
	w.Uint(w.typeIndex(checked.TypeMap()[e.ID()]))
	w.Uint(w.referenceIndex(checked.ReferenceMap()[e.ID()]))
	switch e.Kind() {
	case ast.CallKind:
		w.call(e.AsCall(), checked)
	case ast.ComprehensionKind:
		c := e.AsComprehension()
		for _, name := range []string{c.IterVar(), c.IterVar2(), c.AccuVar()} {
			w.String(name)
		}
		for _, x := range []ast.Expr{c.IterRange(), c.AccuInit(), c.LoopCondition(), c.LoopStep(), c.Result()} {
			w.Expr(x, checked)
		}
	case ast.IdentKind:
		w.String(e.AsIdent())
	case ast.ListKind:
		w.list(e.AsList(), checked)
	case ast.LiteralKind:
		w.literal(e)
	case ast.MapKind:
		w.Uint(e.AsMap().Size())
		for _, x := range e.AsMap().Entries() {
			w.ID(x.ID())
			w.Flag(x.AsMapEntry().IsOptional())
			w.Expr(x.AsMapEntry().Key(), checked)
			w.Expr(x.AsMapEntry().Value(), checked)
		}
	case ast.SelectKind:
		w.Flag(e.AsSelect().IsTestOnly())
		w.String(e.AsSelect().FieldName())
		w.Expr(e.AsSelect().Operand(), checked)
	case ast.StructKind:
		w.String(e.AsStruct().TypeName())
		w.Uint(len(e.AsStruct().Fields()))
		for _, x := range e.AsStruct().Fields() {
			w.ID(x.ID())
			w.Flag(x.AsStructField().IsOptional())
			w.String(x.AsStructField().Name())
			w.Expr(x.AsStructField().Value(), checked)
		}
	default:
		w.fail("an expression of kind %d", e.Kind())
	}
}

func (w *Writer) call(c ast.CallExpr, checked *ast.AST) {
	args := c.Args()
	if c.IsMemberFunction() {
		args = append([]ast.Expr{c.Target()}, args...)
	}
	w.String(c.FunctionName())
	w.Flag(c.IsMemberFunction())
	w.exprs(args, checked)
}

func (w *Writer) exprs(list []ast.Expr, checked *ast.AST) {
	w.Uint(len(list))
	for _, x := range list {
		w.Expr(x, checked)
	}
}

func (w *Writer) list(l ast.ListExpr, checked *ast.AST) {
	w.exprs(l.Elements(), checked)
	w.Uint(len(l.OptionalIndices()))
	for _, i := range l.OptionalIndices() {
		w.Uint(int(i))
	}
}

func (w *Writer) literal(e ast.Expr) {
	switch v := e.AsLiteral().(type) {
	case types.Null:
		w.Uint(tagNull)
	case types.Bool:
		if v {
			w.Uint(tagTrue)
		} else {
			w.Uint(tagFalse)
		}
	case types.Int:
		w.Uint(tagInt)
		w.body = binary.AppendVarint(w.body, int64(v))
	case types.Uint:
		w.Uint(tagUint)
		w.body = binary.AppendUvarint(w.body, uint64(v))
	case types.Double:
		w.Uint(tagDouble)
		w.body = binary.AppendUvarint(w.body, math.Float64bits(float64(v)))
	case types.String:
		w.Uint(tagString)
		w.String(string(v))
	case types.Bytes:
		w.Uint(tagBytes)
		w.String(string(v))
	default:
		w.fail("a literal %T", v)
	}
}

// typeIndex returns 1 above the index of a type, 0 for none.
func (w *Writer) typeIndex(t *types.Type) int {
	if t == nil {
		return 0
	}
	parameters := make([]int, len(t.Parameters()))
	for i, p := range t.Parameters() {
		parameters[i] = w.typeIndex(p) - 1
	}
	// The name is not all: a nullable int is called int.
	key := fmt.Sprint(t.Kind(), t.TypeName(), parameters)
	if decoded := newType(t.Kind(), t.TypeName(), t.Parameters()); decoded == nil || !decoded.IsExactType(t) || decoded.IsAssignableType(types.NullType) != t.IsAssignableType(types.NullType) {
		w.fail("the type %s", t)
	}
	name := w.stringIndex(t.TypeName())
	return 1 + w.types.index(key, func(to []byte) []byte {
		to = binary.AppendUvarint(to, uint64(t.Kind()))
		to = binary.AppendUvarint(to, uint64(name))
		to = binary.AppendUvarint(to, uint64(len(parameters)))
		for _, p := range parameters {
			to = binary.AppendUvarint(to, uint64(p))
		}
		return to
	})
}

// referenceIndex returns 1 above the index of a reference, 0 for none.
func (w *Writer) referenceIndex(r *ast.ReferenceInfo) int {
	if r == nil {
		return 0
	}
	if r.Value != nil {
		w.fail("%s stands for a constant", r.Name)
	}
	names := append([]string{r.Name}, r.OverloadIDs...)
	indexes := make([]int, len(names))
	for i, name := range names {
		indexes[i] = w.stringIndex(name)
	}
	return 1 + w.references.index(strings.Join(names, "\x00"), func(to []byte) []byte {
		to = binary.AppendUvarint(to, uint64(indexes[0]))
		to = binary.AppendUvarint(to, uint64(len(r.OverloadIDs)))
		for _, i := range indexes[1:] {
			to = binary.AppendUvarint(to, uint64(i))
		}
		return to
	})
}

// newType returns the type with a kind, a name and parameters, or nil.
func newType(kind types.Kind, name string, parameters []*types.Type) *types.Type {
	switch kind {
	case types.ListKind:
		if len(parameters) == 1 {
			return types.NewListType(parameters[0])
		}
	case types.MapKind:
		if len(parameters) == 2 {
			return types.NewMapType(parameters[0], parameters[1])
		}
	case types.OpaqueKind:
		return types.NewOpaqueType(name, parameters...)
	case types.StructKind:
		return types.NewObjectType(name)
	case types.TypeKind:
		if len(parameters) == 1 {
			return types.NewTypeTypeWithParam(parameters[0])
		}
		return types.TypeType
	case types.TypeParamKind:
		return types.NewTypeParamType(name)
	}
	return simpleTypes[kind]
}

var simpleTypes = map[types.Kind]*types.Type{
	types.AnyKind: types.AnyType, types.BoolKind: types.BoolType, types.BytesKind: types.BytesType,
	types.DoubleKind: types.DoubleType, types.DurationKind: types.DurationType, types.DynKind: types.DynType,
	types.ErrorKind: types.ErrorType, types.IntKind: types.IntType, types.NullTypeKind: types.NullType,
	types.StringKind: types.StringType, types.TimestampKind: types.TimestampType, types.UintKind: types.UintType,
}

// A Reader reads a code. After the first mistake it returns zero values; Err
// says which it was.
type Reader struct {
	src        string
	at         int
	strings    []string
	types      []*types.Type
	references []*ast.ReferenceInfo
	lastID     int64
	factory    ast.ExprFactory
	err        error
}

// NewReader returns a Reader at the beginning of a body. Strings that it
// returns are parts of code.
func NewReader(code string) *Reader {
	r := &Reader{src: code, factory: ast.NewExprFactory()}
	r.strings = make([]string, r.count())
	for i := range r.strings {
		r.strings[i] = r.take(r.count())
	}
	r.types = make([]*types.Type, r.count())
	for i := range r.types {
		r.types[i] = r.typ(i)
	}
	r.references = make([]*ast.ReferenceInfo, r.count())
	infos := make([]ast.ReferenceInfo, len(r.references))
	for i := range infos {
		infos[i].Name = r.String()
		if n := r.count(); n > 0 {
			infos[i].OverloadIDs = make([]string, n)
		}
		for k := range infos[i].OverloadIDs {
			infos[i].OverloadIDs[k] = r.String()
		}
		r.references[i] = &infos[i]
	}
	return r
}

var errDamaged = errors.New("celcode: the code is damaged")

// Err returns what was wrong with the code, nil if nothing was.
func (r *Reader) Err() error { return r.err }

// End reports an error if the code goes on, or anything was wrong before.
func (r *Reader) End() error {
	if r.at < len(r.src) {
		r.fail()
	}
	return r.err
}

// Fail notes that the code is damaged, in a way that only the caller can see.
func (r *Reader) Fail() { r.fail() }

func (r *Reader) fail() {
	if r.err == nil {
		r.err = errDamaged
	}
	r.at = len(r.src)
}

func (r *Reader) uvarint() uint64 {
	var n uint64
	for shift := 0; shift < 64; shift += 7 {
		if r.at >= len(r.src) {
			break
		}
		b := r.src[r.at]
		r.at++
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.fail()
	return 0
}

func (r *Reader) varint() int64 {
	n := r.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

// count reads how many there are of what takes at least a byte.
func (r *Reader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.src)-r.at) {
		r.fail()
		return 0
	}
	return int(n)
}

// take reads n bytes.
func (r *Reader) take(n int) string {
	if n > len(r.src)-r.at {
		r.fail()
		return ""
	}
	s := r.src[r.at : r.at+n]
	r.at += n
	return s
}

// Uint reads a number that is not negative.
func (r *Reader) Uint() int {
	n := r.uvarint()
	if n > math.MaxInt32 {
		r.fail()
		return 0
	}
	return int(n)
}

// Count reads how many of something follow, each of at least a byte. It is
// written by [Writer.Uint].
func (r *Reader) Count() int { return r.count() }

// Flag reads true or false.
func (r *Reader) Flag() bool { return r.Uint() == 1 }

// String reads a string.
func (r *Reader) String() string {
	if i := r.Uint(); i < len(r.strings) {
		return r.strings[i]
	}
	r.fail()
	return ""
}

// ID reads the number of a node.
func (r *Reader) ID() int64 {
	r.lastID += r.varint()
	return r.lastID
}

// typ reads entry i of the types.
func (r *Reader) typ(i int) *types.Type {
	kind, name := types.Kind(r.Uint()), r.String()
	parameters := make([]*types.Type, r.count())
	for k := range parameters {
		p := r.Uint()
		if p >= i {
			r.fail()
			return types.ErrorType
		}
		parameters[k] = r.types[p]
	}
	t := newType(kind, name, parameters)
	if t == nil {
		r.fail()
		return types.ErrorType
	}
	return t
}

// Expr reads an expression. The tree is checked; it has no places in a source.
func (r *Reader) Expr() *ast.AST {
	x := &exprReader{Reader: r, types: map[int64]*types.Type{}, references: map[int64]*ast.ReferenceInfo{}}
	e := x.expr(0)
	return ast.NewCheckedAST(ast.NewAST(e, ast.NewSourceInfo(nil)), x.types, x.references)
}

// An exprReader reads one expression.
type exprReader struct {
	*Reader
	types      map[int64]*types.Type
	references map[int64]*ast.ReferenceInfo
}

func (x *exprReader) expr(depth int) ast.Expr {
	kind, id := ast.ExprKind(x.Uint()), x.ID()
	if depth > maxDepth {
		x.fail()
	}
	if i := x.Uint(); i > len(x.Reader.types) {
		x.fail()
	} else if i > 0 {
		x.types[id] = x.Reader.types[i-1]
	}
	if i := x.Uint(); i > len(x.Reader.references) {
		x.fail()
	} else if i > 0 {
		x.references[id] = x.Reader.references[i-1]
	}
	switch kind {
	case ast.CallKind:
		return x.call(id, depth)
	case ast.ComprehensionKind:
		return x.comprehension(id, depth)
	case ast.IdentKind:
		return x.factory.NewIdent(id, x.String())
	case ast.ListKind:
		return x.list(id, depth)
	case ast.LiteralKind:
		return x.literal(id)
	case ast.MapKind:
		return x.mapping(id, depth)
	case ast.SelectKind:
		test, field := x.Flag(), x.String()
		if operand := x.expr(depth + 1); test {
			return x.factory.NewPresenceTest(id, operand, field)
		} else {
			return x.factory.NewSelect(id, operand, field)
		}
	case ast.StructKind:
		return x.structure(id, depth)
	}
	x.fail()
	return x.factory.NewUnspecifiedExpr(id)
}

func (x *exprReader) exprs(depth int) []ast.Expr {
	list := make([]ast.Expr, x.count())
	for i := range list {
		list[i] = x.expr(depth + 1)
	}
	return list
}

func (x *exprReader) call(id int64, depth int) ast.Expr {
	function, member := x.String(), x.Flag()
	args := x.exprs(depth)
	switch {
	case !member:
		return x.factory.NewCall(id, function, args...)
	case len(args) == 0:
		x.fail()
		return x.factory.NewUnspecifiedExpr(id)
	}
	return x.factory.NewMemberCall(id, function, args[0], args[1:]...)
}

func (x *exprReader) comprehension(id int64, depth int) ast.Expr {
	var names [3]string
	for i := range names {
		names[i] = x.String()
	}
	var parts [5]ast.Expr
	for i := range parts {
		parts[i] = x.expr(depth + 1)
	}
	return x.factory.NewComprehensionTwoVar(id, parts[0], names[0], names[1], names[2], parts[1], parts[2], parts[3], parts[4])
}

func (x *exprReader) list(id int64, depth int) ast.Expr {
	elements := x.exprs(depth)
	optional := make([]int32, x.count())
	for i := range optional {
		optional[i] = int32(x.Uint())
	}
	return x.factory.NewList(id, elements, optional)
}

func (x *exprReader) literal(id int64) ast.Expr {
	switch tag := x.Uint(); tag {
	case tagNull:
		return x.factory.NewLiteral(id, types.NullValue)
	case tagFalse, tagTrue:
		return x.factory.NewLiteral(id, types.Bool(tag == tagTrue))
	case tagInt:
		return x.factory.NewLiteral(id, types.Int(x.varint()))
	case tagUint:
		return x.factory.NewLiteral(id, types.Uint(x.uvarint()))
	case tagDouble:
		return x.factory.NewLiteral(id, types.Double(math.Float64frombits(x.uvarint())))
	case tagString:
		return x.factory.NewLiteral(id, types.String(x.String()))
	case tagBytes:
		return x.factory.NewLiteral(id, types.Bytes(x.String()))
	}
	x.fail()
	return x.factory.NewUnspecifiedExpr(id)
}

func (x *exprReader) mapping(id int64, depth int) ast.Expr {
	entries := make([]ast.EntryExpr, x.count())
	for i := range entries {
		entry, optional := x.ID(), x.Flag()
		key := x.expr(depth + 1)
		entries[i] = x.factory.NewMapEntry(entry, key, x.expr(depth+1), optional)
	}
	return x.factory.NewMap(id, entries)
}

func (x *exprReader) structure(id int64, depth int) ast.Expr {
	name := x.String()
	fields := make([]ast.EntryExpr, x.count())
	for i := range fields {
		entry, optional, field := x.ID(), x.Flag(), x.String()
		fields[i] = x.factory.NewStructField(entry, field, x.expr(depth+1), optional)
	}
	return x.factory.NewStruct(id, name, fields)
}
