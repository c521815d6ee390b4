using Gates.BuiltIn.HermeticBuild.Tools;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>A command that fetches from an address.</summary>
/// <param name="Invocation">The command.</param>
/// <param name="Url">The address as written.</param>
/// <param name="Output">The file it writes; <see langword="null"/> when it writes to standard output.</param>
internal sealed record Download(Invocation Invocation, string Url, string? Output)
{
    // Options of curl and wget that take the next word, so that it is not taken for the address.
    private static readonly HashSet<string> CurlValued = new(StringComparer.Ordinal)
    {
        "-o", "--output", "-H", "--header", "-u", "--user", "-A", "--user-agent", "-e", "--referer", "-x", "--proxy", "-m", "--max-time", "-w",
        "--write-out", "-b", "--cookie", "-c", "--cookie-jar", "-K", "--config", "-E", "--cert", "--key", "--cacert", "--capath", "--retry",
        "--retry-delay", "--retry-max-time", "--connect-timeout", "--output-dir", "--proto", "--proto-redir", "--ciphers", "--resolve",
        "-z", "--time-cond", "-r", "--range", "-y", "-Y", "--limit-rate", "--max-redirs", "--create-file-mode", "-C", "--continue-at",
    };

    private static readonly HashSet<string> WgetValued = new(StringComparer.Ordinal)
    {
        "-O", "--output-document", "-P", "--directory-prefix", "--header", "--user", "--password", "-U", "--user-agent", "-t", "--tries",
        "-T", "--timeout", "-o", "--output-file", "-a", "--append-output", "--ca-certificate", "-e", "--execute",
    };

    private static readonly string[] Sends =
    [
        "-X", "--request", "-d", "--data", "--data-raw", "--data-binary", "--json", "-F", "--form", "-T", "--upload-file", "-I", "--head",
        "--post-data", "--post-file", "--method", "--spider",
    ];

    /// <returns><see langword="null"/> when the command fetches nothing from elsewhere: another program, a request that sends, this machine.</returns>
    public static Download? From(Invocation invocation) => invocation.Name switch
    {
        "curl" => Curl(invocation),
        "wget" => Wget(invocation),
        "aria2c" => Aria(invocation),
        "gh" => Release(Call.From(invocation)),
        "invoke-webrequest" or "iwr" or "invoke-restmethod" or "irm" => PowerShell(invocation),
        _ => null,
    };

    private static Download? Curl(Invocation curl)
    {
        if (IsNoDownload(curl) || UrlOf(curl, CurlValued) is not { } url)
        {
            return null;
        }

        // Short options are often joined: -fsSLo file, -LO.
        string? output = curl.ValueOf("-o", "--output")?.Text;
        for (var i = 0; output is null && i < curl.Arguments.Count; i++)
        {
            var text = curl.Arguments[i].Text;
            if (text.Length == 0)
            {
                continue;
            }

            if (text is "--remote-name" || (text[0] == '-' && !text.StartsWith("--", StringComparison.Ordinal) && text.Contains('O', StringComparison.Ordinal)))
            {
                output = Address.FileName(url);
            }
            else if (IsJoined(text, 'o') && i + 1 < curl.Arguments.Count)
            {
                output = curl.Arguments[i + 1].Text;
            }
        }

        return new Download(curl, url, output ?? Redirected(curl));
    }

    private static Download? Wget(Invocation wget)
    {
        if (IsNoDownload(wget) || UrlOf(wget, WgetValued) is not { } url)
        {
            return null;
        }

        var output = wget.ValueOf("-O", "--output-document")?.Text;
        for (var i = 0; output is null && i < wget.Arguments.Count; i++)
        {
            var text = wget.Arguments[i].Text;
            var sign = text.StartsWith('-') && !text.StartsWith("--", StringComparison.Ordinal) ? text.IndexOf('O', StringComparison.Ordinal) : -1;
            if (sign > 0)
            {
                output = sign + 1 < text.Length ? text[(sign + 1)..] : i + 1 < wget.Arguments.Count ? wget.Arguments[i + 1].Text : null;
            }
        }

        return new Download(wget, url, output is "-" ? Redirected(wget) : output ?? Address.FileName(url));
    }

    private static Download? Aria(Invocation aria) =>
        aria.Arguments.FirstOrDefault(argument => Address.IsRemote(argument.Text))?.Text is { } url
            ? new Download(aria, url, aria.ValueOf("-o", "--out")?.Text ?? Address.FileName(url))
            : null;

    // A release of the repository itself is what it made before.
    private static Download? Release(Call gh) =>
        gh.Operands is [{ Text: "release" }, { Text: "download" }, ..] && gh.ValueOf("-R", "--repo") is { } repository
            && !repository.Contains("github.repository", StringComparison.Ordinal) && !repository.Contains("GITHUB_REPOSITORY", StringComparison.Ordinal)
            ? new Download(
                gh.Invocation,
                $"https://github.com/{repository}/releases/download/{(gh.Operands.Count > 2 ? gh.Operands[2].Text : "latest")}",
                gh.ValueOf("-O", "--output") ?? gh.ValueOf("-p", "--pattern") ?? "*")
            : null;

    private static Download? PowerShell(Invocation command)
    {
        var outFile = command.Arguments.ToList().FindIndex(argument => argument.Text.Equals("-OutFile", StringComparison.OrdinalIgnoreCase));
        var url = command.Arguments.FirstOrDefault(argument => Address.IsRemote(argument.Text))?.Text;
        return url is null
            ? null
            : new Download(command, url, outFile >= 0 && outFile + 1 < command.Arguments.Count ? command.Arguments[outFile + 1].Text : null);
    }

    private static bool IsNoDownload(Invocation invocation) =>
        invocation.Has(Sends) || invocation.Arguments.Any(argument => argument.Text.StartsWith("-X", StringComparison.Ordinal)) || invocation.Verb.Length == 0;

    private static bool IsJoined(string text, char letter) =>
        text.Length > 1 && text[0] == '-' && text[1] != '-' && text[^1] == letter;

    private static string? UrlOf(Invocation invocation, HashSet<string> valued)
    {
        string? candidate = invocation.ValueOf("--url")?.Text;
        for (var i = 0; candidate is null && i < invocation.Arguments.Count; i++)
        {
            var text = invocation.Arguments[i].Text;
            if (valued.Contains(text) || IsJoined(text, 'o') || (invocation.Name == "wget" && IsJoined(text, 'O')))
            {
                i++;
            }
            else if (!invocation.Arguments[i].IsFlag)
            {
                candidate = text;
            }
        }

        return candidate is null || Address.IsLocal(candidate) || candidate.StartsWith("file:", StringComparison.Ordinal) ? null : candidate;
    }

    private static string? Redirected(Invocation invocation) =>
        invocation.Command.Redirects.FirstOrDefault(redirect => redirect.Operator is ">" or ">>" or ">|")?.Target.Text;
}
