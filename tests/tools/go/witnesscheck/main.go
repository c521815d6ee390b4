// Command witnesscheck checks a timestamped cosignature (C2SP tlog-cosignature, signature type 0x04) by hand: the note package knows type 1 only.
//
//	witnesscheck VKEY NOTE
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
)

func main() {
	parts := strings.SplitN(os.Args[1], "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	check(err == nil && len(key) == 33 && key[0] == 4, "not a key of type 4")
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	check(hex.EncodeToString(sum[:4]) == parts[1], "the key id is "+hex.EncodeToString(sum[:4]))
	note, err := os.ReadFile(os.Args[2])
	check(err == nil, "no such file")
	end := bytes.LastIndex(note, []byte("\n\n"))
	text := string(note[:end+1])
	for _, line := range strings.Split(strings.TrimSuffix(string(note[end+2:]), "\n"), "\n") {
		fields := strings.Split(line, " ")
		signature, err := base64.StdEncoding.DecodeString(fields[2])
		check(err == nil && fields[0] == "\u2014", "not a signature line")
		if fields[1] != parts[0] || !bytes.Equal(signature[:4], sum[:4]) {
			continue
		}

		check(len(signature) == 4+8+64, "not a timestamped signature")
		seconds := binary.BigEndian.Uint64(signature[4:12])
		message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, text)
		check(ed25519.Verify(key[1:], []byte(message), signature[12:]), "the cosignature does not fit")
		fmt.Printf("%s saw it at %d\n", parts[0], seconds)
		return
	}

	check(false, "no cosignature of "+parts[0])
}

func check(holds bool, what string) {
	if !holds {
		fmt.Fprintln(os.Stderr, "witnesscheck: "+what)
		os.Exit(1)
	}
}
