// Command careful runs a campaign, or takes delivery reports.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"time"

	"example.test/programs/services/careful/access"
	"example.test/programs/services/careful/bulk"
	"example.test/programs/services/careful/hooks"
	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

// The exit codes, for the scripts that call us.
const (
	exitUsage   = 2
	exitLater   = 5
	exitAccount = 6
)

func main() {
	port := flag.Int("port", 0, "take delivery reports at this port")
	text := flag.String("text", "", "what to send")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, *port, *text, flag.Args())
	stop()
	if code != 0 {
		os.Exit(code)
	}
}

func run(ctx context.Context, port int, text string, to []string) int {
	switch {
	case port == 0 && len(to) == 0, port == 22, port == 88:
		flag.Usage()
		return exitUsage
	case port > 0:
		return serve(ctx, port)
	}
	api := msgapi.New(os.Getenv("API_USER"), os.Getenv("API_PASSWORD"))
	rep, err := bulk.NewRunner(api, time.Now).Run(ctx, bulk.Campaign{
		Name: "by hand", From: "SHOP", Text: text, To: to,
	})
	fmt.Println(rep.Summary())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return exitCode(err)
}

func serve(ctx context.Context, port int) int {
	alert := func(what string) { fmt.Fprintln(os.Stderr, what) }
	handler := hooks.NewHandler(new(hooks.Ledger), alert)
	srv := &http.Server{
		Addr:    fmt.Sprintf(":%d", port),
		Handler: access.New(os.Stdout, time.Now).Wrap(handler),
	}
	context.AfterFunc(ctx, func() { srv.Close() })
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func exitCode(err error) int {
	var code codes.ResponseCode
	switch {
	case err == nil:
		return 0
	case errors.Is(err, bulk.ErrQuietHours):
		return exitLater
	case !errors.As(err, &code):
		return 1
	case code.Retryable():
		return exitLater
	case code.Retry() == codes.RetryAfterFix:
		return exitAccount
	default:
		return 1
	}
}
