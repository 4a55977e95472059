// Package lookups looks codes up in what may have changed since.
package lookups

import (
	"bytes"
	"net/http"
	"net/url"
	"os"
	"strconv"

	"github.com/tidwall/gjson"

	"github.com/errcodelint/errcodelint/codes"
)

var _ codes.ResponseCode

func seen(string) {}

// A callback is parsed, and gets another form.
func callback(r *http.Request, form url.Values) {
	if r.FormValue("responseCode") != "5" {
		return
	}
	seen(r.FormValue("responseCode")) // want `^5$`
	r.Form = form
	seen(r.FormValue("responseCode")) // want `^0 1 2 .* undocumented$`
}

func rewritten(r *http.Request, query string) {
	if r.URL.Query().Get("responseCode") != "5" {
		return
	}
	seen(r.URL.Query().Get("responseCode")) // want `^5$`
	r.URL.RawQuery = query
	seen(r.URL.Query().Get("responseCode")) // want `^0 1 2 .* undocumented$`
}

// A file is read into the same buffer again.
func file(f *os.File, next *bytes.Buffer) {
	buf := make([]byte, 4096)
	_, _ = f.Read(buf)
	if gjson.GetBytes(buf, "responseCode").String() == "5" {
		_ = strconv.Quote(string(buf))
		_ = os.WriteFile("reply.json", buf, 0o600)
		seen(gjson.GetBytes(buf, "responseCode").String()) // want `^5$`
		_, _ = f.Read(buf)
		seen(gjson.GetBytes(buf, "responseCode").String()) // want `^0 1 2 .* undocumented$`
	}
	if gjson.GetBytes(buf, "responseCode").String() == "6" {
		fill(next, buf)
		seen(gjson.GetBytes(buf, "responseCode").String()) // want `^0 1 2 .* undocumented$`
	}
}

// A document gets another text.
func document(body, next string) {
	doc := gjson.Parse(body)
	if doc.Get("responseCode").String() == "5" {
		seen(doc.Get("responseCode").String()) // want `^5$`
		doc.Raw = next
		seen(doc.Get("responseCode").String()) // want `^0 1 2 .* undocumented$`
	}
}

func fill(from *bytes.Buffer, buf []byte) { _, _ = from.Read(buf) }
