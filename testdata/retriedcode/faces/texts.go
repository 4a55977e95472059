package faces

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"example.test/programs/retriedcode/api"
)

// What is written in an error's text tells its readers as much as its type does.

// TextFound looks for words.
func TextFound(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 4 {
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		if strings.HasPrefix(err.Error(), "send: ") && !strings.HasSuffix(err.Error(), " 18") && !strings.HasSuffix(err.Error(), " 99") {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// TextKept keeps the text.
func TextKept(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 4 {
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		text := strings.ToLower(err.Error())
		if !strings.Contains(text, "later") {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// TextPrinted prints the error first.
func TextPrinted(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 4 {
		if err = send(ctx, c, m); err == nil {
			return nil
		}
		if text := fmt.Sprintf("%v", err); !strings.HasPrefix(text, "later") {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// TextSwitched compares the whole.
func TextSwitched(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		switch err.Error() {
		case "later: busy", "send: 18", "send: 99":
			time.Sleep(time.Millisecond)
		default:
			return err
		}
	}
}

// TextNamed has a name for it.
func TextNamed(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		text := err.Error()
		if text != "later: busy" && text != "send: 18" && text != "send: 99" {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}

var number = regexp.MustCompile(`\d+$`)

// TextMatched has a pattern for codes.
func TextMatched(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		if number.MatchString(err.Error()) {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}

// TextParsed reads the number again.
func TextParsed(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		code, ok := strings.CutPrefix(err.Error(), "send: ")
		if n, bad := strconv.Atoi(code); ok && bad == nil && n < 18 {
			return err
		} else if n > 18 && n < 99 || n > 99 {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}
