// Package mentions walks over a declaration once, and notes which nodes mention which variable. Who asks what is done with
// one of them then need not go through the whole declaration each time: a long one asks as often as it has codes.
package mentions
