// Package codes is somebody else's, as gRPC's is.
package codes

// A Code is what this package's calls answer.
type Code uint32

// OK is success.
const OK Code = 0
