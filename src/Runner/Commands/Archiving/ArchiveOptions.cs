using System.CommandLine;
using Gates.Attestation.Archive;
using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Archiving;

/// <summary>What every command about an archive can be told.</summary>
internal sealed class ArchiveOptions
{
    public static readonly Variable Key = new(
        $"{ArchiveKeys.FileVariable}, {ArchiveKeys.Variable}", "The keys that seal and open what is archived: a file, or its text.");

    public static readonly Variable Login = new(
        "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_ROLE_ARN, AWS_WEB_IDENTITY_TOKEN_FILE, AWS_PROFILE",
        "As whom the store is spoken to.");

    public static readonly Variable Place = new(
        "AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_DEFAULT_REGION", "Where the store is, when no option says it.");

    private readonly Option<string> store = new("--store") { Description = "The store: s3://BUCKET or s3://BUCKET/PREFIX.", Required = true };

    private readonly Option<string> endpoint = new("--endpoint")
    {
        Description = "The address of the service that has the bucket (default: AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL, else Amazon S3)."
    };

    private readonly Option<string> region = new("--region")
    {
        Description = "The bucket's region (default: AWS_REGION or AWS_DEFAULT_REGION, else us-east-1)."
    };

    private readonly Option<string> key = new("--key")
    {
        Description = $"The archive's keys, a file (default: the variable {ArchiveKeys.FileVariable} or {ArchiveKeys.Variable})."
    };

    private readonly Option<string> list = new("--list")
    {
        Description = "The list of what is archived, with digests (default: .gates/archive/list.json)."
    };

    public void AddTo(Command command)
    {
        command.Options.Add(store);
        command.Options.Add(endpoint);
        command.Options.Add(region);
        command.Options.Add(key);
        command.Options.Add(list);
    }

    public StoreOptions Store(ParseResult parsed)
    {
        var named = parsed.Text(endpoint);
        var variable = named is null ? ((string[])["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]).FirstOrDefault(name => Given(name) is not null) : null;
        var text = named ?? (variable is null ? null : Given(variable));
        return StoreOptions.Parse(parsed.GetValue(store)!, "--store") with
        {
            Endpoint = text is null ? null : StoreOptions.ParseEndpoint(text, variable ?? "--endpoint"),
            Region = Region(parsed.Text(region) ?? Given("AWS_REGION") ?? Given("AWS_DEFAULT_REGION") ?? "us-east-1"),
        };
    }

    public ArchiveKeys? Keys(ParseResult parsed) => ArchiveKeys.Read(parsed.Text(key), Environment.GetEnvironmentVariable);

    public ArchiveListFile List(ParseResult parsed) => new(parsed.Text(list) ?? ".gates/archive/list.json");

    private static string Region(string region) => region.Length <= 40 && region.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? region
        : throw new UsageException("--region: a region is called such as eu-central-1");

    private static string? Given(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
