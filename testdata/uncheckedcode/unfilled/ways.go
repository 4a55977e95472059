package unfilled

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// byStatus decodes what comes with two kinds of status, and reads the code with any.
func (c *client) byStatus(ctx context.Context, text io.Reader) error {
	resp, err := c.http.Post(base+"/sms", "application/json", text)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r reply
	switch resp.StatusCode {
	case http.StatusOK, http.StatusAccepted:
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `json.Decoder.Decode fills r only on some ways from line \d+ on, but its code is read in any case`
			return err
		}
	case http.StatusUnauthorized:
		return errors.New("log in again")
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return r.ResponseCode
	}
	return nil
}

// byLength is about what is empty, in two steps.
func (c *client) byLength(ctx context.Context, text io.Reader) error {
	resp, err := c.http.Post(base+"/sms", "application/json", text)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var r reply
	if resp.StatusCode == http.StatusOK {
		if len(body) > 0 {
			if err := json.Unmarshal(body, &r); err != nil { // want `json.Unmarshal fills r only on some ways from line \d+ on`
				return err
			}
		}
	}
	return r.ResponseCode.Err()
}

// withElse logs, and goes on.
func (c *client) withElse(ctx context.Context, text io.Reader) error {
	resp, err := c.http.Post(base+"/sms", "application/json", text)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	r := &reply{}
	if resp.StatusCode == http.StatusOK {
		if err := json.NewDecoder(resp.Body).Decode(r); err != nil { // want `json.Decoder.Decode fills r only on some ways from line \d+ on`
			return err
		}
	} else {
		log.Printf("status %s", resp.Status)
	}
	return r.ResponseCode.Err()
}

// ended ends where nothing was decoded.
func (c *client) ended(ctx context.Context, text io.Reader) error {
	resp, err := c.http.Post(base+"/sms", "application/json", text)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r reply
	switch {
	case resp.StatusCode == http.StatusOK:
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
			return err
		}
	default:
		return errors.New(resp.Status)
	}
	return r.ResponseCode.Err()
}

// either decodes in both.
func (c *client) either(ctx context.Context, body []byte, isXML bool) error {
	var r reply
	if isXML {
		if err := xml.Unmarshal(body, &r); err != nil {
			return err
		}
	} else if err := json.Unmarshal(body, &r); err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

// setElse has a code of its own for what is no reply.
func (c *client) setElse(ctx context.Context, body []byte) error {
	var r reply
	if len(body) > 0 {
		if err := json.Unmarshal(body, &r); err != nil {
			return err
		}
	} else {
		r.ResponseCode = codes.ResponseSystemError
	}
	return r.ResponseCode.Err()
}

// remembered knows whether there was something.
func (c *client) remembered(ctx context.Context, body []byte) error {
	var r reply
	decoded := false
	if len(body) > 0 {
		if err := json.Unmarshal(body, &r); err != nil {
			return err
		}
		decoded = true
	}
	if !decoded {
		return errors.New("no reply")
	}
	return r.ResponseCode.Err()
}

// optional looks at the code only for the status that it was decoded for.
func (c *client) optional(resp *http.Response) error {
	var r reply
	if resp.StatusCode < 300 {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
			return err
		}
	}
	switch {
	case resp.StatusCode >= 500:
		return errors.New(resp.Status)
	case r.ResponseCode != codes.ResponseSuccess:
		return r.ResponseCode
	}
	return nil
}

// logsAndGoesOn reads the code of what could not be decoded.
func (c *client) logsAndGoesOn(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil { // want `if json.Unmarshal fails, the program goes on, and r.ResponseCode is read all the same: if nothing was decoded, it holds 0, which is Success; return the error, or leave before the code is read`
		log.Printf("no JSON: %v", err)
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return r.ResponseCode
	}
	return nil
}

func (c *client) logsByName(body []byte, l *slog.Logger) error {
	var r reply
	err := json.Unmarshal(body, &r) // want `if json.Unmarshal fails, the program goes on`
	if err != nil {
		l.Error("no JSON", "err", err, "body", string(body))
	}
	return r.ResponseCode.Err()
}

// tries gives up without a word: after five failures there was no reply.
func (c *client) tries(ctx context.Context) error {
	var r reply
	for range 5 {
		err := c.call("/sms", &r) // want `if client.call fails, the program goes on`
		if err != nil {
			log.Print(err)
			time.Sleep(time.Second)
			continue
		}
		break
	}
	return r.ResponseCode.Err()
}

func (c *client) triesAndTells(ctx context.Context) error {
	var r reply
	var last error
	for range 5 {
		if last = c.call("/sms", &r); last != nil {
			time.Sleep(time.Second)
			continue
		}
		break
	}
	if last != nil {
		return last
	}
	return r.ResponseCode.Err()
}

func (c *client) triesInLoop(ctx context.Context) error {
	for range 5 {
		var r reply
		if err := c.call("/sms", &r); err != nil {
			log.Print(err)
			continue
		}
		if r.ResponseCode == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("gave up")
}

func (c *client) countsFailures(bodies [][]byte) (failed int) {
	for _, body := range bodies {
		var r reply
		if err := json.Unmarshal(body, &r); err != nil {
			log.Print(err)
			failed++
		}
		if r.ResponseCode != codes.ResponseSuccess {
			failed++
		}
	}
	return failed
}

func (c *client) collects(body []byte) error {
	var errs []error
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		errs = append(errs, err)
	}
	if r.ResponseCode != codes.ResponseSuccess {
		errs = append(errs, r.ResponseCode)
	}
	return errors.Join(errs...)
}

func (c *client) laterOn(body []byte) error {
	var r reply
	err := json.Unmarshal(body, &r)
	if err != nil {
		log.Print(err)
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return r.ResponseCode
	}
	return err
}

func (c *client) repaired(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Print(err)
		r.ResponseCode = codes.ResponseGeneralFailure
	}
	return r.ResponseCode.Err()
}

func (c *client) otherFormat(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Printf("no JSON: %v", err)
		if err := xml.Unmarshal(body, &r); err != nil {
			return err
		}
	}
	return r.ResponseCode.Err()
}

// partly takes what could be decoded.
func (c *client) partly(body []byte) error {
	var r reply
	var wrongType *json.UnmarshalTypeError
	if err := json.Unmarshal(body, &r); err != nil && !errors.As(err, &wrongType) {
		return err
	}
	return r.ResponseCode.Err()
}

// emptyIsFine takes an empty body for a success.
func (c *client) emptyIsFine(body io.Reader) error {
	var r reply
	if err := json.NewDecoder(body).Decode(&r); err != nil && err != io.EOF { // want `json.Decoder.Decode fills nothing where it returns io.EOF, which is let pass, and r.ResponseCode is read all the same: it then holds 0, which is Success; an empty reply is a failure, too`
		return err
	}
	return r.ResponseCode.Err()
}

func (c *client) emptyByIs(body io.Reader) error {
	var r reply
	err := json.NewDecoder(body).Decode(&r) // want `json.Decoder.Decode fills nothing where it returns io.EOF`
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("decode: %w", err)
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return r.ResponseCode
	}
	return nil
}

func (c *client) emptyIsNone(body io.Reader) error {
	var r reply
	err := json.NewDecoder(body).Decode(&r)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if err != nil {
		return errors.New("empty reply")
	}
	return r.ResponseCode.Err()
}

func (c *client) emptyByLine(body io.Reader) (failed int, err error) {
	dec := json.NewDecoder(body)
	var r reply
	for {
		if err := dec.Decode(&r); err == io.EOF {
			break
		} else if err != nil {
			return failed, err
		}
		failed++
	}
	return failed, r.ResponseCode.Err()
}

// What failing calls return is theirs to say.

func fetch(body []byte) (reply, error) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return reply{ResponseCode: codes.ResponseSystemError}, err
	}
	return r, nil
}

func (c *client) fetched(body []byte) error {
	r, _ := fetch(body)
	return r.ResponseCode.Err()
}

func (c *client) parsedAndShown(body []byte) error {
	r, err := parse(body) // want `if unfilled.parse fails, the program goes on`
	if err != nil {
		log.Print(err)
	}
	return r.ResponseCode.Err()
}

func (c *client) shown(body []byte) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Print(err)
	}
	log.Printf("code %d: %s", r.ResponseCode, bytes.TrimSpace(body))
}

// either of them is a failure: the code is not looked at after an error.
func (c *client) eitherFails(body []byte) error {
	var r reply
	err := json.Unmarshal(body, &r)
	if err != nil || r.ResponseCode != codes.ResponseSuccess {
		return errors.New("refused")
	}
	return nil
}

func (c *client) bothFine(body []byte) bool {
	var r reply
	err := json.Unmarshal(body, &r)
	return err == nil && r.ResponseCode == codes.ResponseSuccess
}

func (c *client) ifBothFine(body []byte) (string, error) {
	var r reply
	if err := json.Unmarshal(body, &r); err == nil && r.ResponseCode == codes.ResponseSuccess {
		return r.MessageID, nil
	}
	return "", errors.New("refused")
}

// ifFine has nothing to say to a failure.
func (c *client) ifFine(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err == nil { // want `if json.Unmarshal fails, the program goes on`
		log.Printf("message %s", r.MessageID)
	}
	return r.ResponseCode.Err()
}

func (c *client) ifFineOrRefused(body []byte) (err error) {
	var r reply
	if err = json.Unmarshal(body, &r); err == nil {
		err = r.ResponseCode.Err()
	}
	return err
}

func (c *client) inline2(body []byte) error {
	var r reply
	if nil != json.Unmarshal(body, &r) { // want `if json.Unmarshal fails, the program goes on`
		log.Print("no JSON")
	}
	return r.ResponseCode.Err()
}

func (c *client) answered(w http.ResponseWriter, body []byte) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		http.Error(w, "bad gateway", http.StatusBadGateway)
	}
	if r.ResponseCode != codes.ResponseSuccess {
		log.Print("refused")
	}
}

func (c *client) dryRun(ctx context.Context, dry bool) error {
	var r reply
	if !dry {
		if err := c.call("/sms", &r); err != nil {
			return err
		}
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return r.ResponseCode
	}
	return nil
}

// noContent is a success of its own.
func (c *client) noContent(resp *http.Response) error {
	var r reply
	if resp.StatusCode != http.StatusNoContent {
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
			return err
		}
	}
	return r.ResponseCode.Err()
}

// keptAnswer remembers whether there was a reply.
func (c *client) keptAnswer(body []byte) error {
	var r reply
	fine := json.Unmarshal(body, &r) == nil
	if !fine || r.ResponseCode != codes.ResponseSuccess {
		return errors.New("refused")
	}
	return nil
}

func (c *client) inReturn(body []byte) bool {
	var r reply
	return json.Unmarshal(body, &r) == nil && r.ResponseCode == codes.ResponseSuccess
}

func (c *client) otherWayRound(body []byte) error {
	var r reply
	err := json.Unmarshal(body, &r)
	if err != nil {
		log.Print(err)
	}
	if r.ResponseCode != codes.ResponseSuccess || err != nil {
		return errors.New("refused")
	}
	return nil
}

func (c *client) errorLast(body []byte) error {
	var r reply
	err := json.Unmarshal(body, &r)
	if r.ResponseCode != codes.ResponseSuccess {
		log.Printf("code %d", r.ResponseCode)
	}
	if err != nil {
		return err
	}
	return nil
}

func (c *client) bySwitch(body []byte) error {
	var r reply
	err := json.Unmarshal(body, &r)
	switch {
	case err != nil:
		log.Print(err)
	case r.ResponseCode != codes.ResponseSuccess:
		return r.ResponseCode
	}
	return nil
}

func (c *client) byTag(body []byte) error {
	var r reply
	switch err := json.Unmarshal(body, &r); err {
	case nil:
		return r.ResponseCode.Err()
	default:
		return err
	}
}

func (c *client) orElse(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Print(err)
	} else if r.ResponseCode != codes.ResponseSuccess {
		return r.ResponseCode
	}
	return nil
}

func (c *client) orFail(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Fatal(err)
	}
	return r.ResponseCode.Err()
}

func (c *client) codeOfItsOwn(body []byte) (code codes.ResponseCode) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		log.Print(err)
		code = codes.ResponseSystemError
	} else {
		code = r.ResponseCode
	}
	return code
}

// noticed tells somebody.
func (c *client) noticed(body []byte, failed func(error)) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		failed(err)
	}
	return r.ResponseCode.Err()
}

// againAndAgain decodes into the same reply: what it holds is that of the last one that came.
func (c *client) againAndAgain(bodies [][]byte) (refused int) {
	var r reply
	for _, body := range bodies {
		r = reply{ResponseCode: codes.ResponseSystemError}
		if err := json.Unmarshal(body, &r); err != nil {
			log.Print(err)
		}
		if r.ResponseCode != codes.ResponseSuccess {
			refused++
		}
	}
	return refused
}
