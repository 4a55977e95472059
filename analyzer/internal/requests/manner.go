package requests

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// This file is the table of what functions of other packages do when they are
// called again with the same arguments. Where it says nothing, a function of the
// package is looked into, and of any other only the name is left to go by.

// A Manner is the way in which a function answers a second time.
type Manner int

const (
	unknownManner Manner = iota
	AsksAgain            // the same for the same: it asks, builds, formats, encodes
	TakesNext            // the next of what its receiver, or a stream that it is given, holds
	LooksOutside         // what another program may have put there meanwhile
)

// manners are keyed by package path without versions, then by "Func" or
// "Type.Method"; "" is all that the package has besides.
var manners = map[string]map[string]Manner{
	"net/http":       {"": AsksAgain},
	"net/url":        {"": AsksAgain},
	"net/textproto":  {"": AsksAgain},
	"mime/multipart": {"": AsksAgain, "Reader.NextPart": TakesNext, "Reader.NextRawPart": TakesNext, "Part.Read": TakesNext},
	"encoding/json":  {"": AsksAgain, "Decoder.Decode": TakesNext, "Decoder.Token": TakesNext, "Decoder.More": TakesNext},
	"encoding/xml":   {"": AsksAgain, "Decoder.Decode": TakesNext, "Decoder.Token": TakesNext, "Decoder.DecodeElement": TakesNext},
	"encoding/gob":   {"": AsksAgain, "Decoder.Decode": TakesNext},
	"encoding/csv":   {"": AsksAgain, "Reader.Read": TakesNext, "Reader.ReadAll": TakesNext},
	"io":             {"": TakesNext, "LimitReader": AsksAgain, "NopCloser": AsksAgain, "TeeReader": AsksAgain, "MultiReader": AsksAgain, "WriteString": AsksAgain},
	"bufio": {
		"": AsksAgain, "Scanner.Scan": TakesNext, "Scanner.Text": TakesNext, "Scanner.Bytes": TakesNext,
		"Reader.Read": TakesNext, "Reader.ReadByte": TakesNext, "Reader.ReadBytes": TakesNext, "Reader.ReadLine": TakesNext,
		"Reader.ReadRune": TakesNext, "Reader.ReadString": TakesNext, "Reader.ReadSlice": TakesNext,
	},
	"bytes":           {"": AsksAgain, "Buffer.Next": TakesNext, "Buffer.Read": TakesNext, "Buffer.ReadString": TakesNext, "Buffer.ReadBytes": TakesNext},
	"strings":         {"": AsksAgain, "Reader.Read": TakesNext},
	"strconv":         {"": AsksAgain},
	"fmt":             {"": AsksAgain, "Scan": TakesNext, "Scanln": TakesNext, "Scanf": TakesNext, "Fscan": TakesNext, "Fscanln": TakesNext, "Fscanf": TakesNext},
	"container/list":  {"": AsksAgain, "List.Remove": TakesNext, "List.Front": TakesNext, "List.Back": TakesNext, "Element.Next": TakesNext, "Element.Prev": TakesNext},
	"container/heap":  {"Pop": TakesNext, "Remove": TakesNext},
	"container/ring":  {"": TakesNext},
	"database/sql":    {"": TakesNext},
	"os":              {"Getenv": AsksAgain, "LookupEnv": AsksAgain, "ReadFile": LooksOutside, "File.Read": TakesNext},
	"context":         {"": AsksAgain},
	"time":            {"": AsksAgain},
	"errors":          {"": AsksAgain},
	"maps":            {"": AsksAgain},
	"slices":          {"": AsksAgain},
	"cmp":             {"": AsksAgain},
	"crypto/hmac":     {"": AsksAgain},
	"crypto/sha256":   {"": AsksAgain},
	"encoding/hex":    {"": AsksAgain},
	"encoding/base64": {"": AsksAgain},
	"text/template":   {"": AsksAgain},
	"log":             {"": AsksAgain},
	"log/slog":        {"": AsksAgain},

	"github.com/hashicorp/go-retryablehttp":    {"": AsksAgain},
	"github.com/go-resty/resty":                {"": AsksAgain},
	"resty.dev":                                {"": AsksAgain},
	"github.com/valyala/fasthttp":              {"": AsksAgain},
	"github.com/imroc/req":                     {"": AsksAgain},
	"github.com/tidwall/gjson":                 {"": AsksAgain},
	"github.com/json-iterator/go":              {"": AsksAgain, "Decoder.Decode": TakesNext},
	"github.com/goccy/go-json":                 {"": AsksAgain, "Decoder.Decode": TakesNext},
	"github.com/errcodelint/errcodelint/codes": {"": AsksAgain},

	"github.com/jackc/pgx":                     {"": TakesNext},
	"github.com/jmoiron/sqlx":                  {"": TakesNext},
	"gorm.io/gorm":                             {"": TakesNext},
	"github.com/redis/go-redis":                {"": TakesNext},
	"github.com/gomodule/redigo/redis":         {"": TakesNext},
	"go.mongodb.org/mongo-driver/mongo":        {"": TakesNext},
	"github.com/segmentio/kafka-go":            {"": TakesNext},
	"github.com/IBM/sarama":                    {"": TakesNext},
	"github.com/rabbitmq/amqp091-go":           {"": TakesNext},
	"github.com/nats-io/nats.go":               {"": TakesNext},
	"github.com/aws/aws-sdk-go/service/sqs":    {"": TakesNext},
	"github.com/aws/aws-sdk-go-v2/service/sqs": {"": TakesNext},
}

// MannerOf returns how a function answers a second time.
func MannerOf(fn *types.Func) Manner {
	if fn == nil || fn.Pkg() == nil {
		return unknownManner
	}
	of := manners[syntax.UnversionedPath(fn.Pkg().Path())]
	if of == nil {
		return unknownManner
	}
	if m, ok := of[syntax.ObjectName(fn)]; ok {
		return m
	}
	return of[""]
}

// Knows reports whether the table knows a function's package.
func Knows(fn *types.Func) bool {
	return fn.Pkg() != nil && manners[syntax.UnversionedPath(fn.Pkg().Path())] != nil
}

// takesFrom reports whether what a call takes the next of is something outside.
func takesFrom(info *types.Info, call *ast.CallExpr, outside func(types.Object) bool) bool {
	var from func(e ast.Expr, stream bool) bool
	from = func(e ast.Expr, stream bool) bool {
		if p, ok := PlaceOf(info, e); ok {
			return p.Root != nil && outside(p.Root) && (!stream || isStream(info.TypeOf(e)))
		}
		x, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		if recv := syntax.Receiver(info, x); recv != nil && from(recv, true) {
			return true
		}
		for _, arg := range x.Args {
			if from(arg, true) {
				return true
			}
		}
		return false
	}
	if recv := syntax.Receiver(info, call); recv != nil && from(recv, false) {
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
	// movingName is what methods are called that have something answer otherwise from then on.
	movingName = startsWith("Rotate", "Refresh", "Renew", "Invalidate", "Expire", "Revoke", "Forget", "Advance", "Next", "Move", "Cycle", "Shift", "Pop", "Drop",
		"Skip", "Discard", "Remove", "Ban", "Exclude", "Switch", "Swap", "Change", "Failover", "Mark", "Reload", "Use[A-Z]", "Set[A-Z]")
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
