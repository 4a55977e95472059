// Command notifyd sends the shop's messages and takes their delivery reports.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"example.test/programs/notify/accesslog"
	"example.test/programs/notify/billing"
	"example.test/programs/notify/campaign"
	"example.test/programs/notify/geniq"
	"example.test/programs/notify/login"
	"example.test/programs/notify/payment"
	"example.test/programs/notify/webhook"
)

var (
	port     = flag.Int("port", 8080, "port to listen on")
	lowMark  = flag.Float64("low", 50, "top up when the balance is below")
	cents    = flag.Int64("topup", 10000, "how much to top up by, in cents")
	acquirer = flag.String("acquirer", "", "URL of the card acquirer")
	demo     = flag.Bool("demo", false, "let 000000 in")
)

func main() {
	flag.Parse()
	if code := run(); code != 0 {
		os.Exit(code)
	}
}

// run returns the exit code.
func run() int {
	if *port == 0 || flag.NArg() > 1 {
		flag.Usage()
		return 2
	}
	api := geniq.New(os.Getenv("GENIQ_USER"), os.Getenv("GENIQ_PASSWORD"))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	if flag.NArg() == 1 {
		if err := runCampaign(ctx, api, flag.Arg(0)); err != nil {
			slog.Error("campaign", "err", err)
			return exitCode(err)
		}
		return 0
	}

	w := &billing.Watcher{
		API: api,
		Topper: &billing.Topper{
			Gateway: &payment.Gateway{URL: *acquirer, HTTP: http.DefaultClient},
			Cards:   strings.Fields(os.Getenv("CARDS")),
			Cents:   *cents,
		},
		LowMark: *lowMark,
		OnCall:  os.Getenv("ON_CALL"),
		Log:     slog.Default(),
	}
	go watch(ctx, w, time.Minute)

	srv := &http.Server{
		Addr:    fmt.Sprintf(":%d", *port),
		Handler: accesslog.Handler(handler(login.New(api, *demo), new(webhook.Store)), os.Stdout),
	}
	go func() {
		<-ctx.Done()
		srv.Close()
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		slog.Error("server", "err", err)
		return 1
	}
	return 0
}

// exitCode is for the cron job that starts campaigns: 5 means try at another
// time, 6 means see to the account.
func exitCode(err error) int {
	switch {
	case errors.Is(err, campaign.ErrQuietHours):
		return 5
	case errors.Is(err, campaign.ErrNoCredit):
		return 6
	}
	return 1
}

// watch checks the balance every so often. It logs the first five failures
// of a row, and every fifth after that.
func watch(ctx context.Context, w *billing.Watcher, every time.Duration) {
	failed := 0
	for tick := time.Tick(every); ; {
		err := w.Check(ctx)
		if err == nil {
			failed = 0
		} else {
			failed++
		}
		if err != nil && (failed <= 5 || failed%5 == 0) {
			slog.Error("balance", "err", err, "failed", failed)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
	}
}

func runCampaign(ctx context.Context, api *geniq.Client, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var c campaign.Campaign
	if err := json.Unmarshal(data, &c); err != nil {
		return err
	}
	rep, err := campaign.NewRunner(api, new(campaign.OptOuts), time.Now).Run(ctx, c)
	fmt.Print(rep.Reasons())
	if advice := rep.Advice(); advice != "" {
		fmt.Println(advice)
	}
	return err
}

func handler(l *login.Service, store *webhook.Store) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", webhook.New(store, func(why string) { slog.Error("delivery", "why", why) }))
	mux.HandleFunc("POST /login", func(w http.ResponseWriter, r *http.Request) {
		if err := l.Start(r.Context(), r.FormValue("number")); err != nil {
			fail(w, err)
		}
	})
	mux.HandleFunc("POST /login/code", func(w http.ResponseWriter, r *http.Request) {
		if err := l.Finish(r.Context(), r.FormValue("number"), r.FormValue("code")); err != nil {
			fail(w, err)
		}
	})
	return mux
}

// fail answers with what a browser can make something of.
func fail(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, login.ErrWrong), errors.Is(err, login.ErrExpired):
		http.Error(w, err.Error(), 403)
	case errors.Is(err, login.ErrTooOften):
		http.Error(w, err.Error(), 429)
	case errors.Is(err, login.ErrBadNumber):
		http.Error(w, err.Error(), 422)
	default:
		var e *geniq.APIError
		if errors.As(err, &e) {
			slog.Error("login", "code", e.ResponseCode, "text", e.Message)
		}
		http.Error(w, "try again later", 503)
	}
}
