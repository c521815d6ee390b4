using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>What providers publish about their tokens, beyond the samples that each rule brings itself.</summary>
public sealed class ProviderRuleTests
{
    [Theory]
    [InlineData("Initial Root Token: hvs.{alnum:24}", "hashicorp-vault-token")]
    [InlineData("AZURE_DEVOPS_EXT_PAT={alnum:52}JQQJ99BAACAAAAAAAAAAAAASAZDO{alnum:4}", "azure-devops-token")]
    [InlineData("AZURE_DEVOPS_EXT_PAT={lowbase32:52}", "azure-devops-legacy-token")]
    [InlineData("CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-{url:93}AA", "anthropic-oauth-token")]
    [InlineData("key = sk-svcacct-{url:74}T3BlbkFJ{url:74}", "openai-api-key")]
    [InlineData("AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey={base64:76}ACDb{base64:5}Q==;", "azure-cosmos-key")]
    [InlineData("storage_account_access_key = \"{base64:86}==\"", "azure-storage-bare-key")]
    [InlineData("AWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjE{base64:400}==", "aws-session-token")]
    [InlineData("export NEW_RELIC_LICENSE_KEY=eu01xx{hex:26}FFFFNRAL", "newrelic-license-key")]
    [InlineData("curl -H \"DD-APPLICATION-KEY: {hex:40}\" https://api.datadoghq.eu", "datadog-key")]
    [InlineData("resource \"helm_release\" \"dd\" {{\n  datadog = {{\n    site = \"eu\"\n    apiKey = \"{hex:32}\"", "datadog-key")]
    public void A_secret_is_named_by_its_provider(string text, string rule) =>
        Found(text.Replace("{{", "{", StringComparison.Ordinal)).Select(hit => hit.Rule.Id).ShouldContain(rule);

    [Theory]
    [InlineData("SENTRY_DSN=https://{hex:32}@o1.ingest.sentry.io/2")]
    [InlineData("posthog.init(\"phc_{alnum:43}\")")]
    [InlineData("NEW_RELIC_BROWSER=NRJS-{hex:19}")]
    [InlineData("LANGFUSE_PUBLIC_KEY=pk-lf-{uuid}")]
    [InlineData("SUPABASE_KEY=sb_publishable_{url:31}")]
    [InlineData("MIXPANEL_TOKEN={hex:32}")]
    [InlineData("AMPLITUDE_API_KEY={hex:32}")]
    [InlineData("BUGSNAG_API_KEY={hex:32}")]
    [InlineData("ALGOLIA_SEARCH_KEY={hex:32}")]
    [InlineData("DD_CLIENT_TOKEN=pub{hex:32}")]
    [InlineData("host = akab-{lownum:16}-{lownum:16}.luna.akamaiapis.net")]
    [InlineData("launchdarkly mobile key: mob-{uuid}")]
    [InlineData("CLOUDFLARE_ZONE_ID={hex:32}")]
    [InlineData("AWS_ROLE_ID=AROA{base32:17}")]
    [InlineData("heroku_app_id: {uuid}")]
    [InlineData("    DatadogCore: {hex:40}")]
    [InlineData("github.com/DataDog/zstd v1.4.4 h1:{base64:43}=")]
    [InlineData("\"resolved\": \"git+ssh://git@github.com/elastic/apm-agent.git#{hex:40}\"")]
    [InlineData("FROM docker.io/grafana/grafana@sha256:{hex:64}")]
    public void What_a_provider_calls_public_and_digests_are_left_alone(string text) =>
        Found(text).ShouldNotContain(hit => hit.Rule.Category == RuleCategories.ProviderSecret);

    [Fact]
    public void A_checksum_is_what_the_provider_says_it_is()
    {
        Checksums.GrafanaCrc("glsa" + "_aB3xK9mQ7wErT5yUi0PzLs2DfGhJ4nVc").ShouldBe("dee680cb");
        Checksums.GitLabCrc("gl" + "pat-aB3xK9mQ7wErT5yUi0PzLs2DfGhJ.01.0s").ShouldBe("0bgfdlg");
    }

    [Fact]
    public void A_token_whose_checksum_holds_is_verified_and_one_whose_does_not_is_still_found()
    {
        var token = SampleText.Make("{grafana:32}", "seed");
        var other = token[..^1] + (token[^1] == '0' ? '1' : '0');

        Found("TOKEN=" + token).ShouldHaveSingleItem().Verified.ShouldBeTrue();
        Found("TOKEN=" + other).ShouldHaveSingleItem().Verified.ShouldBeFalse();
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("{0}0", false)]
    public void A_routable_token_of_GitLab_proves_itself(string format, bool isProven)
    {
        var body = SampleText.Make("gl" + "pat-{url:40}.01.14", "seed");
        var value = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, body + Checksums.GitLabCrc(body));

        ValueChecks.Named("gitlab-crc32")(new Candidate(value, value, 0, "a.txt")).ShouldBe(isProven ? Validity.Proven : Validity.Plausible);
    }

    private static IReadOnlyList<Hit> Found(string template) =>
        Scanning.Scan(Encoding.UTF8.GetBytes(SampleText.Make(template, template))).Hits;
}
