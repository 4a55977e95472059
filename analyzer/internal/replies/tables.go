package replies

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// decoding are the names of functions of other packages, and of interfaces'
// methods, that fill what their last parameter points to, if that parameter takes
// anything: encoding/json's and all that are made in their image.
var decoding = map[string]bool{
	"Unmarshal":           true,
	"UnmarshalRead":       true,
	"UnmarshalDecode":     true,
	"UnmarshalString":     true,
	"UnmarshalFromString": true,
	"UnmarshalNoEscape":   true,
	"UnmarshalStrict":     true,
	"UnmarshalFromReader": true,
	"UnmarshalContext":    true,
	"UnmarshalWithOption": true,
	"Decode":              true,
	"DecodeJSON":          true,
	"DecodeXML":           true,
}

// consuming are those that are called otherwise, by their full name.
var consuming = map[string]bool{
	"(github.com/go-openapi/runtime.Consumer).Consume": true,
}

// binding are the methods by which web frameworks fill a struct from a request.
var bindingRequests = map[string]bool{
	"Bind": true, "BindJSON": true, "BindQuery": true, "ShouldBind": true, "ShouldBindJSON": true, "ShouldBindQuery": true,
	"ShouldBindWith": true, "ShouldBindBodyWith": true, "BodyParser": true, "QueryParser": true,
}

// decoders are the packages whose importers may wrap a decode.
var decoders = []string{"encoding/json", "encoding/xml", "json", "jsoniter", "sonic", "yaml", "mapstructure", "go-openapi/runtime"}

func importsDecoder(pkg *types.Package) bool {
	for _, imp := range pkg.Imports() {
		path := imp.Path()
		for _, d := range decoders {
			if path == d || strings.HasSuffix(path, "/"+d) || strings.Contains(path, d) {
				return true
			}
		}
	}
	return false
}

// decodesInto returns which parameter a function that nobody here has written fills what it points to: the
// last but for options; -1 for none.
func (r *Result) decodesInto(fn *types.Func) int {
	if !decoding[fn.Name()] && !bindingRequests[fn.Name()] && !consuming[fn.FullName()] {
		return -1
	}
	if fn.Name() == "Decode" && fn.Pkg() != nil && fn.Pkg().Name() == "mapstructure" {
		return -1 // its decoders are made for what they fill, and get what they read
	}
	params := fn.Signature().Params()
	last := params.Len() - 1
	if fn.Signature().Variadic() {
		last--
	}
	if last < 0 || !holdsReplies(params.At(last).Type()) {
		return -1
	}
	return last
}

// fillsItself reports whether a function is a method by which a value decodes itself: encoding/json's, and
// what generators make beside it.
func fillsItself(fn *types.Func) bool {
	switch fn.Name() {
	case "UnmarshalJSON", "UnmarshalEasyJSON", "UnmarshalBinary", "UnmarshalXML", "UnmarshalJSONFrom":
		return fn.Signature().Recv() != nil && fn.Signature().Params().Len() > 0
	}
	return false
}

// readers are the functions of the standard library whose first result is what
// their argument holds, in another form. The others of these packages read their
// arguments.
var readers = map[string]int{
	"io.ReadAll": 0, "io.LimitReader": 0, "io.TeeReader": 0, "io.NopCloser": 0, "io/ioutil.ReadAll": 0, "io/ioutil.NopCloser": 0,
	"bytes.NewReader": 0, "bytes.NewBuffer": 0, "bytes.NewBufferString": 0, "bytes.TrimSpace": 0, "bytes.TrimPrefix": 0, "bytes.Clone": 0,
	"bytes.Trim": 0, "strings.NewReader": 0, "strings.TrimSpace": 0, "strings.TrimPrefix": 0, "slices.Clone": 0,
	"bufio.NewReader": 0, "net/http.MaxBytesReader": 1, "io.NewSectionReader": 0,
	"encoding/json.NewDecoder": 0, "encoding/xml.NewDecoder": 0, "compress/gzip.NewReader": 0,
	"golang.org/x/net/html/charset.NewReader": 0,
	"bufio.NewScanner":                        0, "compress/zlib.NewReader": 0, "compress/flate.NewReader": 0, "encoding/base64.NewDecoder": 1,
	"encoding/base64.DecodeString": 0, "encoding/hex.DecodeString": 0, "bytes.ReplaceAll": 0, "strings.ReplaceAll": 0,
	"bytes.TrimRight": 0, "bytes.TrimLeft": 0, "bytes.TrimSuffix": 0, "strings.Trim": 0, "strings.TrimSuffix": 0, "strings.Clone": 0,
	"net/url.QueryUnescape": 0, "html.UnescapeString": 0,
}

// copying are the functions that write all of a text somewhere else.
var copying = map[string]feed{
	"io.Copy": {0, 1}, "io.CopyN": {0, 1}, "io.CopyBuffer": {0, 1}, "io.TeeReader": {1, 0},
}

// isSink reports whether what is written to an argument is looked at by nobody, or shown to people, or is a text of
// the function's, whose uses are followed.
func (r *Result) isSink(call *ast.CallExpr, at int) bool {
	if at >= len(call.Args) {
		return false
	}
	arg := ast.Unparen(call.Args[at])
	if sel, ok := arg.(*ast.SelectorExpr); ok {
		if obj := r.info.Uses[sel.Sel]; obj != nil && obj.Pkg() != nil {
			switch obj.Pkg().Path() + "." + obj.Name() {
			case "io.Discard", "io/ioutil.Discard", "os.Stdout", "os.Stderr":
				return true
			}
		}
	}
	return isText(r.info.TypeOf(arg))
}

// harmlessOnData are functions that look at a text without reading a code in it.
var harmlessOnData = map[string]bool{
	"encoding/json.Valid": true, "io.Copy": true, "unicode/utf8.Valid": true, "bytes.Equal": true,
	"net/http/httputil.DumpResponse": true, "bytes.ReadFrom": true,
}

// responseMethods are those of a library's response that do not have such names.
var responseMethods = map[string]bool{
	"Code": true, "Message": true, "GetHeader": true, "GetHeaders": true,
}

// harmlessMethods are the methods of a response, or a reader, that have to do with
// everything but what is in it.
var harmlessMethods = map[string]bool{
	"Close": true, "StatusCode": true, "Status": true, "IsError": true, "IsSuccess": true, "Header": true, "Cookies": true,
	"Len": true, "Reset": true, "ReadFrom": true, "Grow": true, "UseNumber": true, "DisallowUnknownFields": true, "More": true, "InputOffset": true, "Location": true, "Time": true,
	"Scan": true, "Err": true, "Buffer": true, "Split": true,
}

func (r *Result) isTest(pos token.Pos) bool {
	return syntax.IsTest(r.pass.Fset, pos)
}

func qualifiedName(fn *types.Func) string {
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path() + "." + fn.Name()
}

// textTypes are the structs that hold a text, or read it from somewhere.
var textTypes = map[string]bool{
	"net/http.Response": true, "net/http.Request": true,
	"bytes.Buffer": true, "bytes.Reader": true, "strings.Reader": true, "strings.Builder": true, "bufio.Reader": true, "bufio.Scanner": true,
	"encoding/json.Decoder": true, "encoding/xml.Decoder": true,
}
