package effects

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/errcodelint/errcodelint/codes"
)

// decodeAs has other ideas of some types than of a reply.
func decodeAs(contentType string, text []byte, out any) error { // want `out is filled`
	if s, ok := out.(*string); ok {
		*s = string(text)
		return nil
	}
	if f, ok := out.(*os.File); ok {
		_, err := f.Write(text)
		return err
	}
	if contentType == "application/xml" {
		return xml.Unmarshal(text, out)
	}
	return json.Unmarshal(text, out)
}

// switched has them in a switch.
func switched(text []byte, out any) error { // want `out is filled`
	switch out := out.(type) {
	case nil:
		return nil
	case *[]byte:
		*out = text
		return nil
	case io.Writer:
		return fmt.Errorf("a writer is no reply")
	default:
		return json.Unmarshal(text, out)
	}
}

// failing asks the reply itself, if it has an answer.
func failing(text []byte, out any) error { // want `out is filled, is gone if it has Err`
	if err := decodeAs("", text, out); err != nil {
		return err
	}
	if failer, ok := out.(interface{ Err() error }); ok {
		return failer.Err()
	}
	return nil
}

// askedFurther has another function ask.
func askedFurther(text []byte, out any) error { // want `out is filled, is gone if it has Err`
	return failing(text, out)
}

// askedInside knows what it asks: a reply has no such method.
func askedInside(text []byte, out *reply) error { // want `out is filled`
	return failing(text, out)
}

type report struct {
	ReasonCode codes.ReasonCode `json:"reasonCode"`
}

func (r *report) Err() error { return r.ReasonCode.Err() } // want `r is read`

// askedOfReport knows that a report has one.
func askedOfReport(text []byte, out *report) error { // want `out is filled, is gone`
	return failing(text, out)
}

// known looks at one kind of reply.
func known(text []byte, out any) error { // want `out is filled, is read`
	if err := json.Unmarshal(text, out); err != nil {
		return err
	}
	if r, ok := out.(*report); ok {
		return r.ReasonCode.Err()
	}
	return nil
}

// part gives a part of a reply back.
func (p *parcel) part() *reply { return p.Reply } // want `p is returned`

type parcel struct {
	Reply  *reply
	Source *http.Response
}

func or(r, other *reply) *reply { // want `r is returned; other is returned`
	if r == nil {
		return other
	}
	return r
}

// second gives it back as another result.
func second(r *reply) (string, *reply) { return r.MessageID, r } // want `r is gone`

func checkedPart(p *parcel) error { // want `p is read`
	return p.part().ResponseCode.Err()
}

func shownPart(p *parcel) string { return p.part().MessageID }
