// Command run runs the programs of this module, see api.Run.
package main

import (
	"example.test/libs/api"
	"example.test/libs/k8s/queue"
	"example.test/libs/k8s/wait"
)

func main() {
	api.Run(map[string]api.Program{
		"wait.Any":               wait.Any,
		"wait.Final":             wait.Final,
		"wait.Backoff":           wait.Backoff,
		"wait.OnError":           wait.OnError,
		"wait.OnErrorPassing":    wait.OnErrorPassing,
		"wait.OnErrorAny":        wait.OnErrorAny,
		"queue.Any":              queue.Any,
		"queue.Passing":          queue.Passing,
		"queue.Later":            queue.Later,
		"queue.Refused":          queue.Refused,
		"queue.Follower":         queue.Follower,
		"queue.Until":            queue.Until,
		"queue.UntilClosed":      queue.UntilClosed,
		"queue.UntilSettled":     queue.UntilSettled,
		"queue.UntilRefused":     queue.UntilRefused,
		"queue.UntilCounted":     queue.UntilCounted,
		"queue.Worker":           queue.Worker,
		"queue.Settled":          queue.Settled,
		"queue.SettledPassing":   queue.SettledPassing,
		"queue.SettledCode":      queue.SettledCode,
		"queue.SettledElsewhere": queue.SettledElsewhere,
	})
}
