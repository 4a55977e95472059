// Package loggers ends the program by what logs.
package loggers

import (
	"testing"

	"github.com/charmbracelet/log"
	"github.com/golang/glog"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"k8s.io/klog/v2"

	zlog "github.com/rs/zerolog/log"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

func byZerolog(r reply, l zerolog.Logger) {
	if r.ResponseCode > codes.ResponseCouldNotRoute {
		zlog.Fatal().Int("code", int(r.ResponseCode)).Msg("sending")
	}
	seen(r.ResponseCode) // want `^0 1 2 3 4 5 6 7 10 undocumented$`
	if err := r.ResponseCode.Err(); err != nil {
		l.Panic().Err(err).Send()
	}
	seen(r.ResponseCode) // want `^0$`
}

// An error that is logged ends nothing, and an event that is not sent doesn't, either.
func byZerologError(r reply, l zerolog.Logger) {
	if r.ResponseCode > codes.ResponseInvalidIP {
		l.Error().Err(r.ResponseCode).Msgf("sending")
	}
	if r.ResponseCode > codes.ResponseInvalidIP {
		l.Fatal().Err(r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0 1 2 3 .* undocumented$`
}

func byZap(r reply, l *zap.Logger) {
	if r.ResponseCode > codes.ResponseInvalidIP {
		l.Fatal("sending", zap.Error(r.ResponseCode))
	}
	seen(r.ResponseCode) // want `^0 1 2 undocumented$`
	if r.ResponseCode != codes.ResponseSuccess {
		l.Sugar().Panicw("sending", "code", r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0$`
}

func byLogrus(r reply, l logrus.FieldLogger, entry *logrus.Entry) {
	if r.ResponseCode > codes.ResponseCouldNotRoute {
		logrus.WithError(r.ResponseCode).Fatalln("sending")
	}
	seen(r.ResponseCode) // want `^0 1 2 3 4 5 6 7 10 undocumented$`
	if r.ResponseCode > codes.ResponseInvalidIP {
		entry.Panicf("sending: %v", r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0 1 2 undocumented$`
	if r.ResponseCode != codes.ResponseSuccess {
		l.Fatal(r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0$`
}

func byTest(r reply, t testing.TB) {
	if r.ResponseCode != codes.ResponseSuccess {
		t.Skipf("sending: %v", r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0$`
}

func byOthers(r reply, l *log.Logger) {
	if r.ResponseCode > codes.ResponseCouldNotRoute {
		klog.Fatalf("sending: %v", r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0 1 2 3 4 5 6 7 10 undocumented$`
	if r.ResponseCode > codes.ResponseAccountDisabled {
		glog.Exit(r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0 1 2 3 4 undocumented$`
	if r.ResponseCode > codes.ResponseInvalidIP {
		log.Fatal("sending", "code", r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0 1 2 undocumented$`
	if r.ResponseCode != codes.ResponseSuccess {
		l.Fatalf("sending: %v", r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0$`
}
