using System.Text.RegularExpressions;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds what a script checks of its downloads. A check counts when the script, or what uses the file, stops on a mismatch.</summary>
internal sealed partial class Verifications
{
    // Every download is held against every check, so there must be an end to them; what is beyond it counts for nothing.
    private const int MaxFound = 500;
    private const int MaxDepth = 8;

    private static readonly string[] Hashers =
    [
        "sha256sum", "sha384sum", "sha512sum", "sha224sum", "sha1sum", "shasum", "b2sum", "b3sum", "get-filehash", "gsha256sum", "sha256", "sha512",
        "rhash", "certutil",
    ];

    private static readonly string[] Comparers = ["[", "[[", "test", "grep", "egrep", "fgrep", "diff", "cmp", "case", "expr"];

    private readonly Script script;
    private readonly Sources sources;
    private readonly List<Verification> found = [];

    private Verifications(Script script)
    {
        this.script = script;
        sources = new Sources(script, IsHash);
    }

    public static IReadOnlyList<Verification> Of(Script script)
    {
        var verifications = new Verifications(script);
        verifications.Walk(script.Body, script.StopsOnError, 0, (null, null));
        return verifications.found.Count <= MaxFound ? verifications.found : verifications.found[..MaxFound];
    }

    private void Walk(IReadOnlyList<ShellPipeline> pipelines, bool stops, int depth, (string? Why, int? Place) outer)
    {
        var flow = new Flow(pipelines, script.StopsInPipes || PipesFail(pipelines)) { StopsOnError = stops, StopsAtLines = script.StopsAtLines };
        for (var i = 0; i < pipelines.Count; i++)
        {
            flow.Enter(i);
            for (var j = 0; j < pipelines[i].Commands.Count; j++)
            {
                var written = pipelines[i].Commands[j];
                var place = flow.IsInFunction(i) ? null : script.PlaceOf(written) ?? outer.Place;
                if (Invocation.From(written) is { } command && Of(pipelines[i], j, command) is { } verification)
                {
                    // What ends a substitution gives its status to the command around it.
                    var why = verification.Why ?? flow.WhyPassedOver(i, j, verification.FailsOnMatch) ?? (i == pipelines.Count - 1 ? outer.Why : null);
                    found.Add(verification with { Why = why, Place = place });
                }

                var isLast = i == pipelines.Count - 1;
                foreach (var inner in depth < MaxDepth ? ShellWalker.Inner(written) : [])
                {
                    var around = flow.WhyPassedOver(i, j) ?? (isLast ? outer.Why : null);
                    Walk(inner, flow.StopsOnError && script.Where != "dockerfile", depth + 1, (around, place));
                }
            }
        }
    }

    private static bool PipesFail(IReadOnlyList<ShellPipeline> pipelines) => pipelines
        .SelectMany(pipeline => pipeline.Commands)
        .Any(command => command.Words is [{ Text: "set" }, ..] && command.Words.Any(word => word.Text == "pipefail"));

    private Verification? Of(ShellPipeline pipeline, int index, Invocation command) =>
        IsSignatureCheck(command) ? OfSignature(command)
        : IsHash(command) ? OfHash(pipeline, index, command)
        : Comparers.Contains(command.Name, StringComparer.Ordinal) ? OfComparison(pipeline, index, command)
        : IsPowerShellComparison(command) ? new Verification(IsSignature: false, null, null, null)
        : null;

    private Verification OfSignature(Invocation command)
    {
        var subject = string.Join(' ', command.Arguments);
        return new Verification(IsSignature: true, null, null, sources.HostOfKey(command)) { Subject = subject, IsKey = sources.IsKey };
    }

    // if ((Get-FileHash x).Hash -ne '…') { throw }
    private bool IsPowerShellComparison(Invocation command) =>
        (command.Name.StartsWith(".hash", StringComparison.Ordinal) || command.Name.StartsWith('$'))
            && command.Arguments.Any(word => word.Text is "-ne" or "-cne" or "-ine" or "-eq" or "-ceq" or "-ieq")
            && script.Calls.Any(call => call.Name == "get-filehash");

    private Verification? OfHash(ShellPipeline pipeline, int index, Invocation command)
    {
        if (!Checks(command))
        {
            return IsComparedLater(pipeline, index) ? null : new Verification(IsSignature: false, $"{command.Name} without -c only prints", null, null);
        }

        var input = sources.InputOf(pipeline, index, command);
        return new Verification(IsSignature: false, input.IsOwn ? "it is compared with itself" : null, input.Text, input.Host);
    }

    /// <summary>Whether the command compares: -c, --check, and joined short options such as -sc.</summary>
    private static bool Checks(Invocation command) => command.Arguments.Any(argument =>
        argument.Text is "--check" or "-c" || argument.Text.StartsWith("--check=", StringComparison.Ordinal)
            || (argument.Text.Length is > 2 and < 6 && argument.Text[0] == '-' && argument.Text[1] != '-'
                && argument.Text.Contains('c', StringComparison.Ordinal)
                && argument.Text.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0));

    // Its own output, read by a comparison in the same pipe or taken into a variable or a file: the comparison is judged by itself.
    private bool IsComparedLater(ShellPipeline pipeline, int index) =>
        pipeline.Commands.Skip(index + 1).Select(Invocation.From).OfType<Invocation>()
            .Any(next => Comparers.Contains(next.Name, StringComparer.Ordinal) || (IsHash(next) && Checks(next)))
        || sources.IsCaptured(pipeline);

    private Verification? OfComparison(ShellPipeline pipeline, int index, Invocation command)
    {
        var isFed = pipeline.Commands.Take(index).Select(Invocation.From).OfType<Invocation>().Any(before => IsHash(before) && !Checks(before));
        var values = command.Arguments.Where(word => !word.IsFlag
            && word.Text is not ("]" or "]]" or "=" or "==" or "!=" or "=~" or "-" or "" or "!")).ToList();
        var own = values.Where(sources.IsHashed).ToList();
        if (own.Count == 0 && !isFed)
        {
            return null;
        }

        var others = values.Except(own).ToList();
        var isText = command.Name is "[" or "[[" or "test" or "case" or "expr";
        var host = others.Select(word => sources.HostOf(word, isText)).FirstOrDefault(found => found is not null);
        var isFilter = command.Name is "grep" or "egrep" or "fgrep";
        return others.Count == 0 ? new Verification(IsSignature: false, "it is compared with itself", null, null)
            : isFilter && isFed && !others[0].IsDynamic && !ChecksumPattern().IsMatch(others[0].Text)
                ? new Verification(IsSignature: false, $"`{command.Name}` there lets any checksum through", null, null)
            : new Verification(IsSignature: false, null, null, host) { FailsOnMatch = isFilter ? Inverts(command) : Differs(command) };
    }

    /// <summary>A pattern that begins with a checksum, or a part of one.</summary>
    [GeneratedRegex(@"^\W{0,2}[0-9A-Fa-f]{3,}([\s$""')\\].*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ChecksumPattern();

    private static bool Differs(Invocation command) =>
        command.Arguments.Any(word => word.Text is "!=") != command.Arguments.Any(word => word.Text is "!");

    private static bool Inverts(Invocation command) => command.Arguments.Any(word => word.Text is "--invert-match"
        || (word.IsFlag && word.Text[1] != '-' && word.Text.Contains('v', StringComparison.Ordinal)));

    private static bool IsHash(Invocation command) =>
        Hashers.Contains(command.Name, StringComparer.Ordinal)
            || (command.Name is "openssl" && command.Arguments is [{ Text: "dgst" or "sha256" or "sha384" or "sha512" }, ..])
            || (command.Name is "busybox" && command.Arguments is [{ Text: "sha256sum" or "sha512sum" }, ..]);

    private static bool IsSignatureCheck(Invocation command) => command.Name switch
    {
        "gpgv" or "gpgv2" or "slsa-verifier" => true,
        "gpg" or "gpg2" => command.Has("--verify"),
        "minisign" or "signify" => command.Arguments.Any(argument => argument.Text.StartsWith("-V", StringComparison.Ordinal)),
        "cosign" => command.Verb.StartsWith("verify", StringComparison.Ordinal),
        "openssl" => command.Has("-verify", "-prverify"),
        "gh" => command.Operands.Take(2).Select(word => word.Text) is var words && words.SequenceEqual(["attestation", "verify"]),
        "rpm" or "rpmkeys" => command.Has("-K", "--checksig"),
        "sigstore" => command.Verb is "verify",
        _ => false,
    };
}
