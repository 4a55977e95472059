// Command run runs the programs of this module, see api.Run.
package main

import (
	"example.test/libs/api"
	"example.test/libs/light/breakers"
	"example.test/libs/light/ended"
	"example.test/libs/light/failsafe"
	"example.test/libs/light/resty"
	"example.test/libs/light/retryablehttp"
	"example.test/libs/light/sethvargo"
	"example.test/libs/light/small"
)

func main() {
	api.Run(map[string]api.Program{
		"breakers.Sony":                breakers.Sony,
		"breakers.SonyPassing":         breakers.SonyPassing,
		"breakers.Guarded":             breakers.Guarded,
		"breakers.Together":            breakers.Together,
		"breakers.Kept":                breakers.Kept,
		"breakers.KeptPassing":         breakers.KeptPassing,
		"breakers.Synchronized":        breakers.Synchronized,
		"breakers.SynchronizedPassing": breakers.SynchronizedPassing,
		"breakers.Attempts":            breakers.Attempts,
		"breakers.AttemptsKept":        breakers.AttemptsKept,
		"ended.Execution":              ended.Execution,
		"ended.ExecutionAborted":       ended.ExecutionAborted,
		"ended.Statements":             ended.Statements,
		"ended.StatementsPauses":       ended.StatementsPauses,
		"ended.OneTry":                 ended.OneTry,
		"ended.EapacheContext":         ended.EapacheContext,
		"ended.EapacheNumber":          ended.EapacheNumber,
		"ended.EapacheClassified":      ended.EapacheClassified,
		"ended.Strategy":               ended.Strategy,
		"failsafe.Plain":               failsafe.Plain,
		"failsafe.Handled":             failsafe.Handled,
		"failsafe.Aborted":             failsafe.Aborted,
		"failsafe.AbortedSome":         failsafe.AbortedSome,
		"failsafe.Listed":              failsafe.Listed,
		"failsafe.ListedAndAsked":      failsafe.ListedAndAsked,
		"failsafe.HandledList":         failsafe.HandledList,
		"failsafe.HandledPassing":      failsafe.HandledPassing,
		"failsafe.HandledUnless":       failsafe.HandledUnless,
		"failsafe.AbortedResult":       failsafe.AbortedResult,
		"failsafe.Guarded":             failsafe.Guarded,
		"failsafe.Covered":             failsafe.Covered,
		"failsafe.CoveredInTheEnd":     failsafe.CoveredInTheEnd,
		"failsafe.Kept":                failsafe.Kept,
		"failsafe.Broken":              failsafe.Broken,
		"failsafe.BrokenLater":         failsafe.BrokenLater,
		"failsafe.BrokenAround":        failsafe.BrokenAround,
		"resty.Any":                    resty.Any,
		"resty.Passing":                resty.Passing,
		"resty.Decoded":                resty.Decoded,
		"retryablehttp.Any":            retryablehttp.Any,
		"retryablehttp.Passing":        retryablehttp.Passing,
		"retryablehttp.Policy":         retryablehttp.Policy,
		"sethvargo.AnyError":           sethvargo.AnyError,
		"sethvargo.ButOne":             sethvargo.ButOne,
		"sethvargo.ButRefusals":        sethvargo.ButRefusals,
		"sethvargo.AnyTransport":       sethvargo.AnyTransport,
		"sethvargo.Plain":              sethvargo.Plain,
		"sethvargo.Unmarked":           sethvargo.Unmarked,
		"sethvargo.Marked":             sethvargo.Marked,
		"sethvargo.Some":               sethvargo.Some,
		"sethvargo.Helper":             sethvargo.Helper,
		"sethvargo.HelperPassing":      sethvargo.HelperPassing,
		"sethvargo.Chosen":             sethvargo.Chosen,
		"small.Rican":                  small.Rican,
		"small.RicanKept":              small.RicanKept,
		"small.Eapache":                small.Eapache,
		"small.EapacheList":            small.EapacheList,
		"small.White":                  small.White,
		"small.WhitePassing":           small.WhitePassing,
		"small.Black":                  small.Black,
		"small.BlackPassing":           small.BlackPassing,
		"small.Own":                    small.Own,
		"failsafe.AbortListed":         failsafe.AbortListed,
		"small.Matryer":                small.Matryer,
		"small.MatryerPassing":         small.MatryerPassing,
		"small.Jpillora":               small.Jpillora,
		"small.Lestrrat":               small.Lestrrat,
		"small.LestrratNext":           small.LestrratNext,
		"small.LestrratNextPassing":    small.LestrratNextPassing,
		"small.LestrratPassing":        small.LestrratPassing,
		"sethvargo.ClassifiedPassing":  sethvargo.ClassifiedPassing,
		"sethvargo.Classified":         sethvargo.Classified,
		"sethvargo.ClassifiedFailure":  sethvargo.ClassifiedFailure,
		"sethvargo.ClassifiedTimeouts": sethvargo.ClassifiedTimeouts,
	})
}
