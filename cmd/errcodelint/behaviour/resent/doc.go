// Package resent holds fixes of retriedcode to it that what cannot succeed is sent once, and everything else as often as before.
//
// It runs the programs of retriedcode with every code, before and after errcodelint -fix, and counts what they send.
package resent
