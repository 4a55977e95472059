// Package sources decodes what comes from the API, and from anywhere else.
package sources

import (
	"bufio"
	"bytes"
	"database/sql"
	"embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"io/fs"
	"net/http"
	"os"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
)

const base = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

type check struct {
	ResponseCode string `json:"responseCode"`
}

func (c check) err() error {
	if c.ResponseCode != "0" {
		return errors.New("refused: " + c.ResponseCode)
	}
	return nil
}

// Responses: what is in them just came from the API.

func byFasthttp(c *fasthttp.Client, to string) (string, error) {
	req, resp := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(req)
	defer fasthttp.ReleaseResponse(resp)
	req.SetRequestURI(base + "/sms?to=" + to)
	if err := c.Do(req, resp); err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(resp.Body(), &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.MessageID, nil
}

func byBuffer(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/balance")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var buf bytes.Buffer
	if _, err := io.Copy(&buf, resp.Body); err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(buf.Bytes(), &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.MessageID, nil
}

func byLine(c *http.Client) (ids []string, err error) {
	resp, err := c.Get(base + "/stream")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() {
		var r reply
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil { // want `nothing looks at r.ResponseCode`
			return nil, err
		}
		ids = append(ids, r.MessageID)
	}
	return ids, lines.Err()
}

func byText(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/encoded")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	plain, err := base64.StdEncoding.DecodeString(string(text))
	if err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(plain, &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.MessageID, nil
}

// Requests to this program: the other side.

func onReport(ctx *fasthttp.RequestCtx) {
	var r reply
	if err := json.Unmarshal(ctx.PostBody(), &r); err != nil {
		ctx.SetStatusCode(fasthttp.StatusBadRequest)
		return
	}
	ctx.SetBodyString(r.MessageID)
}

func onGin(c *gin.Context) {
	body, err := c.GetRawData()
	if err != nil {
		return
	}
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return
	}
	c.String(http.StatusOK, r.MessageID)
}

func onEcho(c echo.Context) error {
	var r reply
	if err := json.NewDecoder(c.Request().Body).Decode(&r); err != nil {
		return err
	}
	return c.String(http.StatusOK, r.MessageID)
}

func onForm(w http.ResponseWriter, req *http.Request) {
	var r reply
	if err := json.Unmarshal([]byte(req.FormValue("payload")), &r); err != nil {
		return
	}
	io.WriteString(w, r.MessageID)
}

func onUpload(w http.ResponseWriter, req *http.Request) {
	f, _, err := req.FormFile("reply")
	if err != nil {
		return
	}
	defer f.Close()
	var r reply
	if err := json.NewDecoder(f).Decode(&r); err != nil {
		return
	}
	io.WriteString(w, r.MessageID)
}

// What was kept: somebody looked at it when it came.

func fromRow(db *sql.DB, id int) (string, error) {
	var text []byte
	if err := db.QueryRow("select reply from sent where id = $1", id).Scan(&text); err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(text, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func fromColumn(rows *sql.Rows) (string, error) {
	var text sql.NullString
	if err := rows.Scan(&text); err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal([]byte(text.String), &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

//go:embed sources.go
var files embed.FS

func fromEmbedded() (string, error) {
	text, err := files.ReadFile("sources.go")
	if err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(text, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func fromAny(dir fs.FS) (string, error) {
	text, err := fs.ReadFile(dir, "reply.json")
	if err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(text, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func fromLines(name string) (ids []string, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var r reply
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, err
		}
		ids = append(ids, r.MessageID)
	}
	return ids, lines.Err()
}

func copied(f *os.File) (string, error) {
	var buf bytes.Buffer
	if _, err := io.Copy(&buf, f); err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(buf.Bytes(), &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func fromInput() (string, error) {
	var r reply
	if err := json.NewDecoder(os.Stdin).Decode(&r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func fromFlag() (string, error) {
	var r reply
	if err := json.Unmarshal([]byte(flag.Arg(0)), &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

var seen sync.Map

func fromMap(id string) (string, error) {
	text, ok := seen.Load(id)
	if !ok {
		return "", errors.New("not seen")
	}
	var r reply
	if err := json.Unmarshal(text.([]byte), &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}
