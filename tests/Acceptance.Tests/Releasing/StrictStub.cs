using System.Globalization;
using System.Runtime.Versioning;
using Shouldly;
using Support;

namespace Acceptance.Tests.Releasing;

/// <summary>A program that answers exactly the calls that are expected, in their order; any other call fails, and so does one that never came.</summary>
[SupportedOSPlatform("linux")]
internal sealed class StrictStub
{
    private const string Script = """
        #!/bin/bash
        cd "$(dirname "$0")/NAME.calls" || exit 98
        number=$(($(cat next 2>/dev/null || echo 0) + 1))
        echo "$number" > next
        expected=$(cat "$number.expected" 2>/dev/null)
        if [[ -z $expected || "$*" != "$expected" && ! ( $expected == *… && "$*" == "${expected%…}"* ) ]]; then
          echo "call $number was: NAME $*" >> wrong
          exit 97
        fi
        filter="" previous=""
        for argument; do [[ $previous != --jq ]] || filter=$argument; previous=$argument; done
        [[ ! -f $number.do ]] || bash "$number.do" >&2 || exit 96
        if [[ -n $filter ]]; then jq -r "$filter" "$number.output"; else cat "$number.output"; fi
        exit "$(cat "$number.exit")"
        """;

    private readonly TempFolder folder;
    private readonly string name;
    private int count;

    /// <param name="folder">Gets <c>bin/NAME</c>.</param>
    /// <param name="name">The program's.</param>
    public StrictStub(TempFolder folder, string name)
    {
        (this.folder, this.name) = (folder, name);
        folder.WriteProgram($"bin/{name}", Script.Replace("NAME", name, StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(folder.Path, "bin", $"{name}.calls"));
    }

    /// <param name="arguments">The command line; <c>…</c> at its end stands for anything.</param>
    /// <param name="output">What is printed; JSON, when the call has a <c>--jq</c>, which the real jq applies.</param>
    /// <param name="exitCode">How it ends.</param>
    /// <param name="script">What it does first.</param>
    public StrictStub Expect(string arguments, string output = "", int exitCode = 0, string? script = null)
    {
        var number = (++count).ToString(CultureInfo.InvariantCulture);
        Write($"{number}.expected", arguments);
        Write($"{number}.output", output);
        Write($"{number}.exit", exitCode.ToString(CultureInfo.InvariantCulture));
        if (script is not null)
        {
            Write($"{number}.do", script);
        }

        return this;
    }

    public void Verify()
    {
        var wrong = Path.Combine(folder.Path, "bin", $"{name}.calls", "wrong");
        (File.Exists(wrong) ? File.ReadAllText(wrong) : "").ShouldBe("");
        var next = Path.Combine(folder.Path, "bin", $"{name}.calls", "next");
        (File.Exists(next) ? File.ReadAllText(next).Trim() : "0").ShouldBe(count.ToString(CultureInfo.InvariantCulture), $"calls of {name}");
    }

    private void Write(string file, string text) => folder.Write($"bin/{name}.calls/{file}", text);
}
