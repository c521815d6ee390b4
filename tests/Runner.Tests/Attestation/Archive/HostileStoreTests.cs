using Gates.Attestation;
using Gates.Attestation.Archive;
using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Archive;

/// <summary>Stores that lie, fail or lead elsewhere.</summary>
public sealed class HostileStoreTests : IDisposable
{
    private const string Head = "HEAD /bucket/files/a.txt";
    private const string Put = "PUT /bucket/files/a.txt";
    private const string Get = "GET /bucket/files/a.txt";
    private const string Lock = "GET /bucket/?object-lock";
    private const string Secret = "a-secret-that-nobody-prints";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TempFolder folder = new();
    private readonly StrictServer server = new();
    private readonly StrictServer other = new();

    [Fact]
    public async Task AStoreThatTakesAnObjectAndDoesNotHaveIt_IsFoundOut()
    {
        Missing().Expect(Put, 200, "");
        Missing();
        (await FailsAsync(Archive)).ShouldBe("s3://bucket: files/a.txt: the store says that it took the object, and does not have it");
    }

    [Fact]
    public async Task AStoreThatGivesBackSomethingElse_IsFoundOut()
    {
        Missing().Expect(Put, 200, "", "ETag: \"5d41402abc4b2a76b9719d911017c592\"");
        Found(5).Expect(Get, 200, "hellO");
        (await FailsAsync(Archive)).ShouldBe("s3://bucket: files/a.txt: what the store gives back is not what was sent");
    }

    [Fact]
    public async Task AWrongTag_ProvesNothing_SinceWhatIsReadBackDecides()
    {
        Missing().Expect(Put, 200, "", "ETag: \"00000000000000000000000000000000\"");
        Found(5).Expect(Get, 200, "hello");
        (await Archive()).Object.Sha256.ShouldBe(Sha256Hex.Of("hello"));
        server.Verify();
        server.Heads.ShouldAllBe(head => head.Contains("AWS4-HMAC-SHA256 Credential=AK/", StringComparison.Ordinal));
        server.Heads.ShouldAllBe(head => !head.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnObjectOfThatName_IsNeverOverwritten()
    {
        Found(5).Expect(Get, 200, "other");
        (await FailsAsync(Archive)).ShouldContain("files/a.txt: another file is there under this name; nothing in an archive is overwritten");
        Found(4);
        (await FailsAsync(Archive)).ShouldContain("another file is there under this name");
    }

    [Fact]
    public async Task AnAnswerThatEndsEarly_IsNoObject()
    {
        Found(5).ExpectRaw(Get, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhel");
        (await FailsAsync(Archive)).ShouldContain("cannot read files/a.txt: the connection ended before the answer did");
    }

    [Fact]
    public async Task MoreThanTheObjectHas_IsNotRead()
    {
        Found(5).Expect(Get, 200, "hello and more");
        (await FailsAsync(Archive)).ShouldContain("cannot read files/a.txt: more comes than the 5 bytes that it is to have");
    }

    [Fact]
    public async Task AStoreThatIsBusy_IsAskedAgain()
    {
        server.Expect(Lock, 503, Error("SlowDown"));
        server.Expect(Lock, 200, "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>");
        using var store = await OpenAsync(retries: 1);
        (await store.CanHoldAsync(Token)).ShouldBeTrue();
        server.Verify();
    }

    [Theory]
    [InlineData(503, "SlowDown", "cannot ask for its object lock: it failed with 503, also when asked again")]
    [InlineData(404, "NoSuchBucket", "cannot ask for its object lock: there is no such bucket")]
    [InlineData(403, "RequestTimeTooSkewed", "this machine's clock and the store's are too far apart")]
    [InlineData(403, "AccessDenied", "the login may not do that; it says \"AccessDenied: a message\"")]
    [InlineData(403, "InvalidAccessKeyId", "it does not take the login (InvalidAccessKeyId)")]
    public async Task ARefusal_IsSaidInPlainWords(int status, string code, string expected)
    {
        server.Expect(Lock, status, Error(code));
        var message = await FailsAsync(async () =>
        {
            using var store = await OpenAsync(retries: 0);
            return await store.CanHoldAsync(Token);
        });
        message.ShouldContain(expected);
        message.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData(404, "ObjectLockConfigurationNotFoundError")]
    [InlineData(501, "NotImplemented")]
    public async Task AStoreWithoutALock_SaysSo(int status, string code)
    {
        server.Expect(Lock, status, Error(code));
        using var store = await OpenAsync(retries: 0);
        (await store.CanHoldAsync(Token)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(307)]
    [InlineData(301)]
    public async Task ARedirect_IsNotFollowed(int status)
    {
        server.Expect(Lock, status, Error("TemporaryRedirect"), $"Location: http://{other.Authority}/bucket?object-lock");
        (await FailsAsync(async () =>
        {
            using var store = await OpenAsync(retries: 0);
            return await store.CanHoldAsync(Token);
        })).ShouldContain($"the store redirects (status {status}), which is not followed");
        other.Heads.ShouldBeEmpty();
    }

    [Fact]
    public async Task ALockThatIsRefused_IsNoUpload()
    {
        Missing().Expect(Put, 403, Error("AccessDenied"));
        (await FailsAsync(() => Archive(years: 3))).ShouldContain("the store refuses it with an object lock in compliance mode (AccessDenied)");
    }

    [Fact]
    public async Task ALockThatIsTakenAndNotThere_IsFoundOut()
    {
        Missing().Expect(Put, 200, "");
        Found(5).Expect(Get, 200, "hello").Expect("PUT /bucket/files/a.txt?retention", 200, "");
        Found(5);
        (await FailsAsync(() => Archive(years: 3))).ShouldContain("files/a.txt: is stored, and the store does not hold it in compliance mode");
    }

    [Fact]
    public async Task AListedObject_OfAnotherContent_IsNotWritten()
    {
        server.Expect(Get, 200, "hellO");
        using var store = await OpenAsync(retries: 0);
        var digest = Sha256Hex.Of("hello");
        var listed = new ArchivedObject("files/a.txt", 5, digest) { StoredSize = 5, StoredSha256 = digest, Verified = DateTimeOffset.UnixEpoch };
        var refused = await Should.ThrowAsync<RefusedEvidenceException>(() => new ArchiveReader(store, keys: null).GetAsync(listed, folder.Info, Token));
        refused.Message.ShouldContain("files/a.txt: what is stored has another SHA-256 than the list says");
        folder.Info.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task NoLogin_IsSaid_AndAWebIdentity_IsExchanged()
    {
        await Should.ThrowAsync<StoreException>(() => ArchiveStore.OpenAsync(
            Options(0), name => name == "AWS_SHARED_CREDENTIALS_FILE" ? folder.Path + "/none" : name == "AWS_PROFILE" ? "no-such-profile" : null, Token));
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ROLE_ARN"] = "arn:aws:iam::1:role/r",
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = folder.Write("token", "a.b.c\n"),
            ["AWS_ENDPOINT_URL_STS"] = $"http://{other.Authority}/",
        };
        other.Expect(
            "POST /",
            200,
            "<R xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Credentials><AccessKeyId>WI</AccessKeyId>"
                + $"<SecretAccessKey>{Secret}</SecretAccessKey><SessionToken>ST</SessionToken></Credentials></R>");
        server.Expect(Lock, 501, Error("NotImplemented"));
        using var store = await ArchiveStore.OpenAsync(Options(0), variables.GetValueOrDefault, Token);
        (await store.CanHoldAsync(Token)).ShouldBeFalse();
        other.Bodies[0].ShouldContain("Action=AssumeRoleWithWebIdentity&Version=2011-06-15");
        server.Heads[0].ShouldContain("Credential=WI/");
        server.Heads[0].ShouldContain("X-Amz-Security-Token: ST", Case.Insensitive);
    }

    public void Dispose()
    {
        server.Dispose();
        other.Dispose();
        folder.Dispose();
    }

    private static string Error(string code) => $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>a message</Message></Error>";

    private static async Task<string> FailsAsync<T>(Func<Task<T>> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is EvaluationException or UsageException)
        {
            return e.Message;
        }

        throw new InvalidOperationException("It did not fail.");
    }

    private StrictServer Missing() => server.Expect(Head, 404, "").Expect("GET /bucket/?list-type=2&max-keys=1&prefix=", 200, "<ListBucketResult/>");

    private StrictServer Found(int size) =>
        server.ExpectRaw(Head, FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n"));

    private StoreOptions Options(int retries) =>
        StoreOptions.Parse("s3://bucket", "--store") with { Endpoint = new Uri($"http://{server.Authority}/"), Retries = retries };

    private Task<ArchiveStore> OpenAsync(int retries) => ArchiveStore.OpenAsync(
        Options(retries), name => name switch { "AWS_ACCESS_KEY_ID" => "AK", "AWS_SECRET_ACCESS_KEY" => Secret, _ => null }, Token);

    private Task<Archived> Archive() => Archive(years: null);

    private async Task<Archived> Archive(int? years)
    {
        using var store = await OpenAsync(retries: 0);
        return await new Archiver(store, keys: null, years, TimeProvider.System).PutAsync("files/a.txt", new FileInfo(folder.Write("a.txt", "hello")), Token);
    }
}
