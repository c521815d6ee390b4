using System.CommandLine;
using Gates.Attestation.Signing;
using Gates.Attestation.Sigstore;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands;

/// <summary>How commands that sign can be told to; an option beats its variable.</summary>
internal sealed class SigningOptions
{
    private const string Keyless = "keyless";

    private readonly Option<string> sign = new("--sign")
    {
        Description = "With what to sign: a key, or keyless, with a certificate of minutes for this job, which needs `id-token: write` "
            + "(default: GATES_SIGN, else key).",
    };

    private readonly Option<string> services = new("--signing-config")
    {
        Description = "The services that sign keyless: a signing_config.json of Sigstore (default: GATES_SIGNING_CONFIG).",
    };

    private readonly Option<string> authority = new("--timestamp-authority")
    {
        Description = "An address that stamps what a key signs (RFC 3161), so that it counts also when the key has ended (default: GATES_TIMESTAMP_AUTHORITY).",
    };

    private readonly Option<bool> reveal = new("--reveal-private-repository")
    {
        Description = "Sign keyless with Sigstore's public services also for a private repository: everybody can read its name, the workflow and the ref "
            + "in their logs.",
    };

    private readonly Option<string> key;

    /// <value>Also says who is believed, where a command verifies as well.</value>
    public Option<string> Root { get; } = new("--trusted-root")
    {
        Description = "A trusted_root.json by which signatures and stamps are verified before they are kept (default: GATES_TRUSTED_ROOT, else "
            + $"{TrustedRoots.Path} at the default branch).",
    };

    /// <param name="key">What <c>--key</c> is.</param>
    public SigningOptions(string key)
    {
        this.key = new("--key") { Description = key };
        sign.CompletionSources.Add("key", Keyless);
    }

    /// <value>The variables that stand in for the options.</value>
    public static Variable Variables { get; } = new(
        "GATES_SIGN, GATES_SIGNING_CONFIG, GATES_TIMESTAMP_AUTHORITY, GATES_TRUSTED_ROOT",
        "What --sign, --signing-config, --timestamp-authority and --trusted-root are where they are not given.");

    /// <value>What GitHub gives a job that may say who it is.</value>
    public static Variable Identity { get; } = new(
        $"{WorkloadIdentity.AddressVariable}, {WorkloadIdentity.TokenVariable}",
        "In a job with `id-token: write`: what --sign keyless asks GitHub with.");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[sign, key, services, authority, Root, reveal])
        {
            command.Add(option);
        }
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <exception cref="UsageException">A value is none that there is.</exception>
    public SigningRequest Read(ParseResult parsed, Func<string, string?> variables)
    {
        string? Of(Option<string> option, string variable) => parsed.Text(option) ?? (variables(variable) is { Length: > 0 } value ? value : null);
        var (file, stamps) = (parsed.Text(key), Of(authority, "GATES_TIMESTAMP_AUTHORITY"));
        var isKeyless = (parsed.Text(sign) ?? (file is not null ? "key" : Of(sign, "GATES_SIGN"))) switch
        {
            null or "key" => false,
            Keyless => true,
            var other => throw new UsageException($"--sign {other}: not a way of signing; it is key or {Keyless}"),
        };
        var isTold = parsed.Text(authority) is not null;
        return new SigningRequest
        {
            Key = file,
            IsKeyless = isKeyless,
            Services = isKeyless ? Of(services, "GATES_SIGNING_CONFIG") : parsed.Text(services),
            TimestampAuthority = stamps is null || (isKeyless && !isTold) ? null : Address(stamps),
            TrustedRoot = Of(Root, "GATES_TRUSTED_ROOT"),
            MayRevealPrivate = parsed.GetValue(reveal),
        };
    }

    private static Uri Address(string text) => SigstoreClient.IsAddress(text, out var address)
        ? address
        : throw new UsageException($"--timestamp-authority {text}: not an https address, or one of this machine");
}
