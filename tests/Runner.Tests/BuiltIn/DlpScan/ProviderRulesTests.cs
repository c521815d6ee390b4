using Gates.BuiltIn.DlpScan.RuleSets;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>A provider's token is named as what it is, wherever it stands; what only looks like one is left alone.</summary>
public sealed class ProviderRulesTests
{
    [Theory]
    [InlineData("ghr_{alnum:76}", "github-refresh-token")]
    [InlineData("ghs_{digit:6}_eyJ{alnum:33}.eyJ{alnum:60}.{url:342}", "github-installation-token")]
    [InlineData("ghs_{alnum:36}", "github-installation-token")]
    [InlineData("glpat-{url:27}.01.{lownum:9}", "gitlab-personal-token")]
    [InlineData("glrt-t1_{alnum:20}", "gitlab-runner-token")]
    [InlineData("pypi-AgENdGVzdC5weXBpLm9yZ{url:130}", "testpypi-token")]
    [InlineData("xoxe.xoxp-1-{alnum:166}", "slack-app-token")]
    [InlineData("sk_live_51{alnum:99}", "stripe-live-key")]
    [InlineData("sk_live_{hex:40}", "paystack-key")]
    [InlineData("nyk_v0_{alnum:64}", "nylas-key")]
    [InlineData("secret_{alnum:43}", "notion-token")]
    public void A_token_is_found_alone_and_in_any_surroundings(string template, string rule)
    {
        var token = SampleText.Make(template, rule);
        foreach (var text in (string[])
        [
            token, $"{token}\n", $"T={token} # note", $"'{token}',", $"a\\n{token}\\n", $"https://x.acme.io/?t%3D{token}&n=1", $"<v>{token}</v>", $"({token})",
        ])
        {
            Scanning.Rules(text).ShouldBe([rule], text);
        }
    }

    [Theory]
    [InlineData("https://hooks.slack.com/services/T{upnum:8}/B{upnum:10}/{alnum:24}", "slack-webhook")]
    [InlineData("https://hooks.slack.com/triggers/T{upnum:8}/{digit:13}/{hex:32}", "slack-webhook")]
    [InlineData("https://hooks.slack.com/workflows/T{upnum:8}/A{upnum:10}/{digit:18}/{alnum:24}", "slack-webhook")]
    [InlineData("https://ptb.discord.com/api/v10/webhooks/{digit:19}/{url:68}", "discord-webhook")]
    [InlineData("client.login(\"MTA1NzIz{alnum:16}.{alnum:6}.{alnum:27}\")", "discord-bot-token")]
    [InlineData("https://api.telegram.org/bot{digit:10}:AA{url:33}/getMe", "telegram-bot-token")]
    [InlineData("//npm.acme.io/:_authToken = {uuid}", "npm-registry-token")]
    [InlineData("curl -u bob:11{hex:32} https://jenkins.acme.io # none", null)]
    [InlineData("curl https://jenkins.acme.io -u bob:11{hex:32}", "jenkins-token")]
    [InlineData("snyk:\n  org: acme\n  token: {uuid}", "snyk-token")]
    [InlineData("const s = new Snyk({ apiKey: '{uuid}' })", "snyk-token")]
    [InlineData("npx cypress run --record --key {uuid}", "cypress-record-key")]
    [InlineData("- name: HUBSPOT_API_KEY\n  value: {uuid}", "hubspot-key")]
    [InlineData("<add key=\"MailgunApiKey\" value=\"{hex:32}-{hex:8}-{hex:8}\"/>", "mailgun-key")]
    [InlineData("os.getenv('POSTMARK_TOKEN', '{uuid}')", "postmark-token")]
    [InlineData("${SNYK_TOKEN:-{uuid}}", "snyk-token")]
    [InlineData("{\\\"pipedriveToken\\\":\\\"{hex:40}\\\"}", "pipedrive-token")]
    [InlineData("API_TOKEN_TRELLO={hex:64}", "trello-key")]
    [InlineData("https://api.trello.com/1/boards?token={hex:64}", "trello-key")]
    public void A_value_is_known_by_what_stands_before_it(string template, string? rule) =>
        Scanning.Scan(SampleText.Make(template, "known")).Hits.Where(hit => hit.Rule.Severity == "error").Select(hit => hit.Rule.Id)
            .ShouldBe(rule is null ? [] : [rule]);

    [Theory]
    [InlineData("jira_build_sha: {hex:40}")]
    [InlineData("uses: github/codeql-action/init@{hex:40}")]
    [InlineData("github.com/acme/app/commit/{hex:40}")]
    [InlineData("\"resolved\": \"https://registry.npmjs.org/snyk/-/snyk-1.1.0.tgz#{hex:40}\"")]
    [InlineData("circleci/node@sha256:{hex:64}")]
    [InlineData("SNYK_ORG_ID={uuid}")]
    [InlineData("https://urlscan.io/result/{uuid}/")]
    [InlineData("https://www.virustotal.com/gui/file/{hex:64}")]
    [InlineData("STRIPE_PUBLISHABLE=pk_live_51{alnum:99}")]
    [InlineData("mapboxgl.accessToken = 'pk.eyJ{alnum:85}.{url:22}'")]
    [InlineData("ALTER pub-c-{uuid} sub-c-{uuid}")]
    [InlineData("FLWPUBK-{hex:32}-X")]
    [InlineData("$ANSIBLE_VAULT;1.1;AES256\n{hex:80}\n{hex:80}\n")]
    [InlineData("slack_token: ENC[AES256_GCM,data:{base64:40}==,iv:{base64:43}=,tag:{base64:22}==,type:str]")]
    [InlineData("monkey = {hex:40}\nturkey = {hex:32}")]
    public void What_a_service_makes_public_or_counts_with_is_no_secret(string template) =>
        Scanning.Scan(SampleText.Make(template, "public")).Hits.Where(hit => hit.Rule.Severity == "error").Select(hit => hit.Rule.Id).ShouldBeEmpty();

    [Theory]
    [InlineData("WORKOS_API_KEY=sk_live_{alnum:60}", "workos-key")]
    [InlineData("CLERK_SECRET_KEY=sk_live_{alnum:42}", "clerk-secret-key")]
    [InlineData("stripe_key=sk_live_{alnum:99}", "stripe-live-key")]
    [InlineData("HEROKU_APP=acme\nSNYK_TOKEN={uuid}", "snyk-token")]
    public void A_value_that_two_services_could_have_made_is_named_after_the_one_beside_it(string template, string rule) =>
        Scanning.Rules(SampleText.Make(template, rule)).ShouldBe([rule]);
}
