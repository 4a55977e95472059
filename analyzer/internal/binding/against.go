package binding

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// evidence is what the graph collects for and against.
type evidence struct {
	vendor      bool            // the package shows that it uses the vendor's API
	evidentKeys map[string]bool // keys whose constants show more than small numbers
	holdsCodes  bool            // a stated or keyed value is bound

	negative      map[types.Object]bool // in which a negative constant is stored
	typeConstants map[*types.TypeName][]string
	counted       map[*types.Const]bool         // by iota; see isCounted
	hexadecimal   map[*types.Const]bool         // written so; see isHex
	ofHeaders     map[*types.Const]bool         // of another protocol; see noteHeader
	marshalled    fieldMarks                    // of structs given to an encoder
	decoded       fieldMarks                    // of structs that something fills
	fromDecoder   map[types.Object]bool         // variables and fields that encoding/json fills
	partsOf       map[types.Object]types.Object // variables and what they were asserted to be a part of
	builtMaps     map[types.Object]bool         // variables that start as a literal
	ownRecords    map[types.Object]bool         // those of them that start with a constant under a wire key
	encodedMaps   map[types.Object]bool         // those of them that an encoder gets
	encoders      map[*types.Var]bool           // parameters that their function encodes
	decoders      map[*types.Var]bool           // parameters that their function has encoding/json fill
	resultsIn     map[*types.Var]resultOf       // variables that hold a map that a function returns
	returnedMaps  map[resultOf][]returnedMap    // the maps that functions return
	askedJSON     map[resultOf]bool             // what has been asked for one answer, see returnsJSON
	handed        []handed
	asked         *addresses // nil until asked for, see anotherHost
}

// handed is a value given to a parameter that may be encoded.
type handed struct {
	param *types.Var
	arg   ast.Expr
}

func newEvidence() evidence {
	return evidence{
		negative:      make(map[types.Object]bool),
		ofHeaders:     make(map[*types.Const]bool),
		hexadecimal:   make(map[*types.Const]bool),
		typeConstants: make(map[*types.TypeName][]string),
		marshalled:    newFieldMarks(),
		decoded:       newFieldMarks(),
		fromDecoder:   make(map[types.Object]bool),
		partsOf:       make(map[types.Object]types.Object),
		builtMaps:     make(map[types.Object]bool),
		ownRecords:    make(map[types.Object]bool),
		encodedMaps:   make(map[types.Object]bool),
		encoders:      make(map[*types.Var]bool),
		decoders:      make(map[*types.Var]bool),
		resultsIn:     make(map[*types.Var]resultOf),
		returnedMaps:  make(map[resultOf][]returnedMap),
		askedJSON:     make(map[resultOf]bool),
	}
}

// This file collects the package's evidence that something is no code of this
// API, or that the package uses the API at all.

// isStatusField reports whether a field holds an HTTP status, as that of
// http.Response does, a program's exit status, or another protocol's code.
func isStatusField(field *types.Var) bool {
	if field.Name() == "StatusCode" || field.Name() == "ExitCode" {
		return isKind(field.Type(), types.IsInteger)
	}
	return field.Pkg() != nil && statusFields[qualified{field.Pkg().Path(), field.Name()}]
}

// statusFields are the fields of other names that hold one.
var statusFields = map[qualified]bool{
	{"net/http/httptest", "Code"}:             true,
	{"github.com/labstack/echo", "Status"}:    true,
	{"github.com/labstack/echo/v4", "Status"}: true,
	{"github.com/labstack/echo/v5", "Status"}: true,

	{"crypto/x509", "ReasonCode"}:                    true,
	{"golang.org/x/crypto/ocsp", "RevocationReason"}: true,
	{"net/textproto", "Code"}:                        true,
	{"github.com/gorilla/websocket", "Code"}:         true,
	{"github.com/miekg/dns", "Rcode"}:                true,
}

// isStatusSource recognises a method that returns an HTTP status: StatusCode of
// fasthttp and resty, Status of gin's and chi's writers. So it does one that returns a
// program's exit status, as exec.ExitError and syscall.WaitStatus have, and one of net/textproto
// that reads what SMTP, FTP or NNTP answers. In the package itself only the first name is sure to
// mean that.
func isStatusSource(call *ast.CallExpr, g *graph) bool {
	callee := g.callee(call)
	if callee == nil || callee.Signature().Recv() == nil {
		return false
	}
	if callee.Pkg() != nil && callee.Pkg().Path() == "net/textproto" {
		return callee.Name() == "ReadResponse" || callee.Name() == "ReadCodeLine"
	}
	if len(call.Args) > 0 {
		return false
	}
	switch callee.Name() {
	case "StatusCode", "HTTPStatus", "ExitCode", "ExitStatus":
		return true
	case "Status":
		return callee.Pkg() != g.pass.Pkg && isKind(g.info.TypeOf(call), types.IsInteger)
	}
	return false
}

// isHTTPStatusConst reports whether e is one of net/http's Status constants.
func (g *graph) isHTTPStatusConst(e ast.Expr) bool {
	c, ok := object(g.info, g.unconverted(e)).(*types.Const)
	return ok && c.Pkg() != nil && c.Pkg().Path() == "net/http" && strings.HasPrefix(c.Name(), "Status")
}

// statusBounds are the bounds by which programs tell classes of HTTP statuses that fail: code >= 400.
// Below them are the API's own codes, up to 301 and 201.
var statusBounds = map[string]bool{"399": true, "400": true, "499": true, "500": true, "599": true, "600": true}

// statusSinks are the functions that take an HTTP status, with the index of
// the argument.
var statusSinks = map[string]int{
	exit: 0,

	"net/http.StatusText":                   0,
	"net/http.Error":                        2,
	"net/http.Redirect":                     3,
	"(net/http.ResponseWriter).WriteHeader": 0,

	"(*github.com/gin-gonic/gin.Context).Status":              0,
	"(*github.com/gin-gonic/gin.Context).JSON":                0,
	"(*github.com/gin-gonic/gin.Context).String":              0,
	"(*github.com/gin-gonic/gin.Context).AbortWithStatus":     0,
	"(*github.com/gin-gonic/gin.Context).AbortWithStatusJSON": 0,
	"(github.com/labstack/echo.Context).JSON":                 0,
	"(github.com/labstack/echo.Context).String":               0,
	"(github.com/labstack/echo.Context).NoContent":            0,
	"github.com/labstack/echo.NewHTTPError":                   0,
	"(*github.com/gofiber/fiber.Ctx).Status":                  0,
	"(*github.com/gofiber/fiber.Ctx).SendStatus":              0,
	"github.com/gofiber/fiber.NewError":                       0,
}

// exit is where a program's own exit status goes: whatever else goes there, the
// place before it is not for codes.
const exit = "os.Exit"

// statusSink notes a value that is given to somebody as an HTTP status.
func (g *graph) statusSink(call *ast.CallExpr, name string, fn *function) {
	callee := g.callee(call)
	if callee == nil || fn.test {
		return
	}
	i, ok := statusSinks[name]
	if !ok && callee.Name() == "WriteHeader" && len(call.Args) == 1 {
		i, ok = 0, true // a wrapper of http.ResponseWriter
	}
	if !ok || i >= len(call.Args) || g.isConstant(call.Args[i]) {
		return
	}
	if n := g.locate(call.Args[i], fn); n != nil && name == exit {
		n.opaque = n.opaque || n.seed == nil
	} else if n != nil {
		n.against = "goes to " + callee.Name() + ", which takes an HTTP status"
	}
}

// showsVendor reports whether the package shows that it uses the vendor's API.
func (g *graph) showsVendor() bool {
	for _, file := range g.pass.Files {
		if !g.inTestFile(file.FileStart) && vendorFile(file) {
			return true
		}
	}
	return g.mentionsVendor()
}

// vendorFile reports whether a file shows by its imports or directives that the
// package uses the vendor's API.
func vendorFile(file *ast.File) bool {
	for _, spec := range file.Imports {
		if spec.Path.Value == `"`+codesPath+`"` {
			return true
		}
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, "//errcodelint:") {
				return true
			}
		}
	}
	return false
}

// namesVendor reports whether a text has the name that the vendor's host has.
func namesVendor(text string) bool { return strings.Contains(strings.ToLower(text), "geniq") }

// mentionsVendor reports whether a constant expression of the package, outside
// its tests, names the vendor's host.
func (g *graph) mentionsVendor() bool {
	for e, tv := range g.info.Types {
		if tv.Value != nil && tv.Value.Kind() == constant.String &&
			namesVendor(constant.StringVal(tv.Value)) && !g.inTestFile(e.Pos()) {
			return true
		}
	}
	return false
}
