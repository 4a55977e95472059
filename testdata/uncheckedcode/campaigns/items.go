package campaigns

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// A batchOutcome has a code of its own, and one per recipient: if the API refuses all of it, there are no
// recipients.
type batchOutcome struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Details      struct {
		Recipients []recipientOutcome `json:"recipients"`
	} `json:"details"`
	ByNumber map[string]recipientOutcome `json:"byNumber"`
}

type recipientOutcome struct {
	To           string             `json:"to"`
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

type outcomes interface {
	Save(ctx context.Context, r recipientOutcome) error
	SaveAll(ctx context.Context, rs []recipientOutcome) error
}

type batches struct {
	http  *http.Client
	store outcomes
}

func (b *batches) fetch(out any) error {
	resp, err := b.http.Get("https://api.geniq.io/rest/v1/batch_sms")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

// savesEach keeps what became of the recipients, and loses that there are none.
func (b *batches) savesEach(ctx context.Context) error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil { // want `nothing looks at out.ResponseCode`
		return err
	}
	for _, r := range out.Details.Recipients {
		if err := b.store.Save(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

func (b *batches) savesAll(ctx context.Context) error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil { // want `nothing looks at out.ResponseCode`
		return err
	}
	return b.store.SaveAll(ctx, out.Details.Recipients)
}

func (b *batches) returnsThem() ([]recipientOutcome, error) {
	var out batchOutcome
	if err := b.fetch(&out); err != nil { // want `nothing looks at out.ResponseCode`
		return nil, err
	}
	return out.Details.Recipients, nil
}

func (b *batches) returnsOne(to string) (recipientOutcome, error) {
	var out batchOutcome
	if err := b.fetch(&out); err != nil { // want `nothing looks at out.ResponseCode`
		return recipientOutcome{}, err
	}
	return out.ByNumber[to], nil
}

func (b *batches) looksFirst(ctx context.Context) error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return err
	}
	if err := out.ResponseCode.Err(); err != nil {
		return err
	}
	for _, r := range out.Details.Recipients {
		if err := b.store.Save(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// looksAtEach may know that there always are some.
func (b *batches) looksAtEach() error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return err
	}
	for _, r := range out.Details.Recipients {
		if r.ResponseCode != codes.ResponseSuccess {
			return fmt.Errorf("%s: %w", r.To, r.ResponseCode.Err())
		}
	}
	return nil
}

func (b *batches) looksByIndex() error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return err
	}
	for i := range out.Details.Recipients {
		r := &out.Details.Recipients[i]
		if r.ResponseCode == codes.ResponseInsufficientCredit {
			return r.ResponseCode.Err()
		}
	}
	return nil
}

func (b *batches) looksUpOne(to string) error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return err
	}
	if r, ok := out.ByNumber[to]; ok {
		return r.ResponseCode.Err()
	}
	return nil
}

func (b *batches) searches() bool {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return false
	}
	return !slices.ContainsFunc(out.Details.Recipients, func(r recipientOutcome) bool {
		return r.ResponseCode != codes.ResponseSuccess
	})
}

// asksIfAny takes a reply without recipients for a failure.
func (b *batches) asksIfAny(ctx context.Context) error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return err
	}
	if len(out.Details.Recipients) == 0 {
		return errors.New("batch: refused")
	}
	return b.store.SaveAll(ctx, out.Details.Recipients)
}

// collects has them looked at later on.
func (b *batches) collects() error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return err
	}
	var failed []recipientOutcome
	for _, r := range out.Details.Recipients {
		if r.To != "" {
			failed = append(failed, r)
		}
	}
	for _, r := range failed {
		if err := r.ResponseCode.Err(); err != nil {
			return err
		}
	}
	return nil
}

func (o *batchOutcome) first() recipientOutcome {
	return o.Details.Recipients[0]
}

func (b *batches) namesFirst() (string, error) {
	var out batchOutcome
	if err := b.fetch(&out); err != nil { // want `nothing looks at out.ResponseCode`
		return "", err
	}
	return out.first().To, nil
}

func (b *batches) looksAtFirst() (string, error) {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return "", err
	}
	first := out.first()
	return first.To, first.ResponseCode.Err()
}

// savesWhole keeps all of it.
func (b *batches) savesWhole(save func(batchOutcome) error) error {
	var out batchOutcome
	if err := b.fetch(&out); err != nil {
		return err
	}
	return save(out)
}
