package retriedcode

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// This file is the table of what functions of other packages do when they are
// called again with the same arguments. Where it says nothing, a function of the
// package is looked into, and of any other only the name is left to go by.

// A kind is the manner in which a function answers a second time.
type kind int

const (
	unknownManner kind = iota
	asksAgain          // the same for the same: it asks, builds, formats, encodes
	takesNext          // the next of what its receiver, or a stream that it is given, holds
)

// manners are keyed by package path without versions, then by "Func" or
// "Type.Method"; "" is all that the package has besides.
var manners = map[string]map[string]kind{
	"net/http":       {"": asksAgain},
	"net/url":        {"": asksAgain},
	"net/textproto":  {"": asksAgain},
	"mime/multipart": {"": asksAgain, "Reader.NextPart": takesNext, "Reader.NextRawPart": takesNext, "Part.Read": takesNext},
	"encoding/json":  {"": asksAgain, "Decoder.Decode": takesNext, "Decoder.Token": takesNext, "Decoder.More": takesNext},
	"encoding/xml":   {"": asksAgain, "Decoder.Decode": takesNext, "Decoder.Token": takesNext, "Decoder.DecodeElement": takesNext},
	"encoding/gob":   {"": asksAgain, "Decoder.Decode": takesNext},
	"encoding/csv":   {"": asksAgain, "Reader.Read": takesNext, "Reader.ReadAll": takesNext},
	"io":             {"": takesNext, "LimitReader": asksAgain, "NopCloser": asksAgain, "TeeReader": asksAgain, "MultiReader": asksAgain, "WriteString": asksAgain},
	"bufio": {
		"": asksAgain, "Scanner.Scan": takesNext, "Scanner.Text": takesNext, "Scanner.Bytes": takesNext,
		"Reader.Read": takesNext, "Reader.ReadByte": takesNext, "Reader.ReadBytes": takesNext, "Reader.ReadLine": takesNext,
		"Reader.ReadRune": takesNext, "Reader.ReadString": takesNext, "Reader.ReadSlice": takesNext,
	},
	"bytes":           {"": asksAgain, "Buffer.Next": takesNext, "Buffer.Read": takesNext, "Buffer.ReadString": takesNext, "Buffer.ReadBytes": takesNext},
	"strings":         {"": asksAgain, "Reader.Read": takesNext},
	"strconv":         {"": asksAgain},
	"fmt":             {"": asksAgain, "Scan": takesNext, "Scanln": takesNext, "Scanf": takesNext, "Fscan": takesNext, "Fscanln": takesNext, "Fscanf": takesNext},
	"container/list":  {"": asksAgain, "List.Remove": takesNext, "List.Front": takesNext, "List.Back": takesNext, "Element.Next": takesNext, "Element.Prev": takesNext},
	"container/heap":  {"Pop": takesNext, "Remove": takesNext},
	"container/ring":  {"": takesNext},
	"database/sql":    {"": takesNext},
	"os":              {"Getenv": asksAgain, "LookupEnv": asksAgain, "ReadFile": asksAgain, "File.Read": takesNext},
	"context":         {"": asksAgain},
	"time":            {"": asksAgain},
	"errors":          {"": asksAgain},
	"maps":            {"": asksAgain},
	"slices":          {"": asksAgain},
	"cmp":             {"": asksAgain},
	"crypto/hmac":     {"": asksAgain},
	"crypto/sha256":   {"": asksAgain},
	"encoding/hex":    {"": asksAgain},
	"encoding/base64": {"": asksAgain},
	"text/template":   {"": asksAgain},
	"log":             {"": asksAgain},
	"log/slog":        {"": asksAgain},

	"github.com/hashicorp/go-retryablehttp":    {"": asksAgain},
	"github.com/go-resty/resty":                {"": asksAgain},
	"resty.dev":                                {"": asksAgain},
	"github.com/valyala/fasthttp":              {"": asksAgain},
	"github.com/imroc/req":                     {"": asksAgain},
	"github.com/tidwall/gjson":                 {"": asksAgain},
	"github.com/json-iterator/go":              {"": asksAgain, "Decoder.Decode": takesNext},
	"github.com/goccy/go-json":                 {"": asksAgain, "Decoder.Decode": takesNext},
	"github.com/errcodelint/errcodelint/codes": {"": asksAgain},

	"github.com/jackc/pgx":                     {"": takesNext},
	"github.com/jmoiron/sqlx":                  {"": takesNext},
	"gorm.io/gorm":                             {"": takesNext},
	"github.com/redis/go-redis":                {"": takesNext},
	"github.com/gomodule/redigo/redis":         {"": takesNext},
	"go.mongodb.org/mongo-driver/mongo":        {"": takesNext},
	"github.com/segmentio/kafka-go":            {"": takesNext},
	"github.com/IBM/sarama":                    {"": takesNext},
	"github.com/rabbitmq/amqp091-go":           {"": takesNext},
	"github.com/nats-io/nats.go":               {"": takesNext},
	"github.com/aws/aws-sdk-go/service/sqs":    {"": takesNext},
	"github.com/aws/aws-sdk-go-v2/service/sqs": {"": takesNext},
}

// manner returns how a function answers a second time.
func manner(fn *types.Func) kind {
	if fn == nil || fn.Pkg() == nil {
		return unknownManner
	}
	of := manners[unversioned(fn.Pkg().Path())]
	if of == nil {
		return unknownManner
	}
	if m, ok := of[objectName(fn)]; ok {
		return m
	}
	return of[""]
}

// takesFrom reports whether what a call takes the next of is something outside.
func takesFrom(info *types.Info, call *ast.CallExpr, outside func(types.Object) bool) bool {
	var from func(e ast.Expr, stream bool) bool
	from = func(e ast.Expr, stream bool) bool {
		if p, ok := placeOf(info, e); ok {
			return p.root != nil && outside(p.root) && (!stream || isStream(info.TypeOf(e)))
		}
		x, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		if recv := receiverOf(info, x); recv != nil && from(recv, true) {
			return true
		}
		for _, arg := range x.Args {
			if from(arg, true) {
				return true
			}
		}
		return false
	}
	if recv := receiverOf(info, call); recv != nil && from(recv, false) {
		return true
	}
	for _, arg := range call.Args {
		if from(arg, true) {
			return true
		}
	}
	return false
}

// isStream reports whether values of a type can be read from.
func isStream(t types.Type) bool {
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Read")
	_, ok := obj.(*types.Func)
	return ok
}

// Names are what is left where nothing is known of a function: those of
// interfaces, and of packages that the table does not have.
var (
	// drawingName is what functions are called that do the next of many things.
	drawingName = anyOf("next", "pop", "process", "consume", "receive", "recv", "handle", "work", "step", "tick", "drain", "pull", "take",
		"poll", "dequeue", "scan", "read", "run", "fetch", "claim", "lease", "reserve", "shift", "decode", "advance")
	// drawMethod is what methods are called that take the next of something.
	drawMethod = startsWith("Next", "Pop", "Dequeue", "Take", "Receive", "Recv", "Shift", "Scan", "Poll", "Pull", "Fetch", "Claim", "Lease", "Reserve", "Read", "Text")
	// buildingName is what methods are called that make the same of the same.
	buildingName = startsWith("New", "new", "Build", "build", "With", "with", "Set", "set", "Make", "make", "Clone", "Format", "Render", "Marshal", "Encode",
		"String", "URL", "Path", "JoinPath", "Endpoint", "Header", "Get", "Load", "Current", "Token")
)

func anyOf(words ...string) func() *regexp.Regexp {
	return lazyregexp.New(`(?i)` + strings.Join(words, "|"))
}

func startsWith(words ...string) func() *regexp.Regexp {
	return lazyregexp.New(`^(` + strings.Join(words, "|") + `)`)
}
