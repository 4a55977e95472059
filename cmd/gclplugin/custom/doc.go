// Package custom holds one test: `golangci-lint custom` builds a golangci-lint with the plugin in it.
package custom
