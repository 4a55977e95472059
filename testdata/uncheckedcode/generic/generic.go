// Package generic asks with type parameters.
package generic

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

const base = "https://api.geniq.io/rest/v1"

type client struct {
	http *http.Client
	last sent
}

type sent struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

func (s *sent) Err() error { return s.ResponseCode.Err() }

type balance struct {
	Amount string `json:"balance"`
}

// An envelope is around everything that the API returns.
type envelope[T any] struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Data         T                  `json:"data"`
}

// do asks, and decodes what comes.
func do[T any](ctx context.Context, c *client, path string) (T, error) {
	var out T
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	if err != nil {
		return out, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return out, fmt.Errorf("status %s", resp.Status)
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}

func (c *client) forgets(ctx context.Context) (string, error) {
	r, err := do[sent](ctx, c, "/sms") // want `the code of the reply that generic.do returns is never read: nothing looks at r.ResponseCode`
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) looks(ctx context.Context) (string, error) {
	r, err := do[sent](ctx, c, "/sms")
	if err != nil {
		return "", err
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return "", r.ResponseCode
	}
	return r.MessageID, nil
}

func (c *client) forgetsEnvelope(ctx context.Context) (string, error) {
	env, err := do[envelope[balance]](ctx, c, "/balance") // want `nothing looks at env.ResponseCode`
	if err != nil {
		return "", err
	}
	return env.Data.Amount, nil
}

// open looks into the envelope.
func open[T any](env envelope[T], err error) (T, error) {
	if err != nil {
		return env.Data, err
	}
	return env.Data, env.ResponseCode.Err()
}

func (c *client) opens(ctx context.Context) (string, error) {
	b, err := open(do[envelope[balance]](ctx, c, "/balance"))
	return b.Amount, err
}

// get returns a pointer, and nothing beside an error.
func get[T any](ctx context.Context, c *client, path string) (*T, error) {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	out := new(T)
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
		return nil, err
	}
	return out, nil
}

func (c *client) forgetsPointer(ctx context.Context) (string, error) {
	r, err := get[sent](ctx, c, "/sms") // want `nothing looks at r.ResponseCode`
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// post has a parameter for what is sent, too.
func post[In, Out any](ctx context.Context, c *client, path string, in In) (out Out, err error) {
	b, err := json.Marshal(in)
	if err != nil {
		return out, err
	}
	resp, err := c.http.Post(base+path, "application/json", bytes.NewReader(b))
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&out)
	return
}

func (c *client) forgetsPost(ctx context.Context, to string) error {
	_, err := post[map[string]string, sent](ctx, c, "/sms", map[string]string{"to": to}) // want `the reply that generic.post returns is thrown away`
	return err
}

func (c *client) looksAfterPost(ctx context.Context, to string) error {
	r, err := post[map[string]string, sent](ctx, c, "/sms", map[string]string{"to": to})
	return errors.Join(err, r.Err())
}

// into fills what it is given.
func into[T any](r io.Reader, out *T) error { return json.NewDecoder(r).Decode(out) }

func (c *client) forgetsInto(ctx context.Context) (string, error) {
	resp, err := c.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r sent
	if err := into(resp.Body, &r); err != nil { // want `the code of the reply that generic.into fills is never read`
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) ignoresInto(body io.Reader) error {
	var r sent
	into(body, &r) // want `the error of generic.into is dropped, and r.ResponseCode is read`
	return r.ResponseCode.Err()
}

// A failing is what tells of its failures.
type failing[T any] interface {
	*T
	Err() error
}

// ask tells of all failures by its error.
func ask[T any, P failing[T]](ctx context.Context, c *client, path string) (T, error) {
	var out T
	resp, err := c.http.Get(base + path)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return out, err
	}
	return out, P(&out).Err()
}

func (c *client) asks(ctx context.Context) (string, error) {
	r, err := ask[sent](ctx, c, "/sms")
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// askAny finds out whether it can tell.
func askAny[T any](ctx context.Context, c *client, path string) (*T, error) {
	out, err := get[T](ctx, c, path)
	if err != nil {
		return nil, err
	}
	if f, ok := any(out).(interface{ Err() error }); ok {
		if err := f.Err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c *client) asksAny(ctx context.Context) (string, error) {
	r, err := askAny[sent](ctx, c, "/sms")
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// A resource is one kind of thing.
type resource[T any] struct {
	c    *client
	path string
}

func (r *resource[T]) one(ctx context.Context, id string) (*T, error) {
	return get[T](ctx, r.c, r.path+"/"+id)
}

func (c *client) forgetsResource(ctx context.Context) (string, error) {
	messages := &resource[sent]{c, "/sms"}
	m, err := messages.one(ctx, "41f0") // want `nothing looks at m.ResponseCode`
	if err != nil {
		return "", err
	}
	return m.MessageID, nil
}

// all yields what it gets: the caller looks.
func (c *client) all(ctx context.Context, ids []string) iter.Seq2[*sent, error] {
	return func(yield func(*sent, error) bool) {
		for _, id := range ids {
			r, err := get[sent](ctx, c, "/sms/"+id)
			if !yield(r, err) {
				return
			}
		}
	}
}

// remember keeps it.
func (c *client) remember(ctx context.Context) error {
	r, err := do[sent](ctx, c, "/sms")
	c.last = r
	return err
}

// retry calls until it works.
func retry[T any](times int, f func() (T, error)) (out T, err error) {
	for range times {
		if out, err = f(); err == nil {
			return out, nil
		}
	}
	return out, err
}

func (c *client) retries(ctx context.Context) (string, error) {
	r, err := retry(3, func() (sent, error) { return do[sent](ctx, c, "/sms") })
	if err != nil {
		return "", err
	}
	if r.ResponseCode.Retryable() {
		return "", errors.New("later")
	}
	return r.MessageID, nil
}

// A result is a value or an error.
type result[T any] struct {
	val T
	err error
}

func succeeded[T any](v T) result[T]    { return result[T]{val: v} }
func failed[T any](err error) result[T] { return result[T]{err: err} }

// call forgets the envelope's code, whatever is in the envelope.
func call[T any](ctx context.Context, c *client, path string) result[T] {
	env, err := do[envelope[T]](ctx, c, path) // want `nothing looks at env.ResponseCode`
	if err != nil {
		return failed[T](err)
	}
	return succeeded(env.Data)
}

// callChecked looks at it.
func callChecked[T any](ctx context.Context, c *client, path string) result[T] {
	env, err := do[envelope[T]](ctx, c, path)
	if err != nil {
		return failed[T](err)
	}
	if err := env.ResponseCode.Err(); err != nil {
		return failed[T](err)
	}
	return succeeded(env.Data)
}
