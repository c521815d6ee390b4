using Gates.BuiltIn.DlpScan.RuleSets;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>Where a token may begin and end: beside what quotes and escapes it, and not inside a longer word.</summary>
public sealed class BoundaryTests
{
    private static readonly (string Rule, string Token)[] Tokens =
    [
        ("aws-access-key-id", "AKIA{base32:16}"),
        ("huggingface-token", "hf_{alpha:34}"),
        ("digitalocean-token", "dop_v1_{hex:64}"),
        ("pulumi-token", "pul-{hex:40}"),
        ("openrouter-api-key", "sk-or-v1-{hex:64}"),
        ("neon-api-key", "napi_{lownum:64}"),
        ("vultr-api-key", "{upnum:36}"),
        ("deepgram-api-key", "{hex:40}"),
        ("pinecone-legacy-key", "{uuid}"),
    ];

    // What only its name tells stands behind that name.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["vultr-api-key"] = "vultr_api_key=",
        ["deepgram-api-key"] = "deepgram_api_key: ",
        ["pinecone-legacy-key"] = "PINECONE_API_KEY=",
    };

    private static readonly string[] Quotes =
    [
        "\"", "'", "`", "\\\"", "\\\\\\\"", "\\u0022", "\\u0027", "\\\\u0022", "\\x22", "%22", "%27", "%2522", "&quot;", "&#34;", "&#39;", "&apos;", "&#x22;",
    ];

    private static readonly string[] Before =
    [
        "\\n", "\\t", "\\r", "\\\\n", "\\0", "\\042", "\\u003d", "\\u003D", "\\x3d", "%3d", "%3D", "%253D", "%20", "&amp;", "&lt;", "&gt;", "=3D", "u0022",
        "\u001b[0m", "\u001b[1;32m", "\\x1b[32m", "\\u001b[0m", "\\033[0m", "[0m", "_", "-", "/", ":", "@", "(", "{", "\t", "\r\n", "\u00a0", "é",
    ];

    private static readonly string[] After =
    [
        "\\n", "\\t", "\\r\\n", "\\\\n", "\\u0026", "\\u003c", "\\x26", "%26", "%0A", "%2526", "&amp;", "&lt;", "&gt;", "u0022", "u003c", "\u001b[0m",
        "\\x1b[0m", "\\u001b[0m", "\\033[0m", "@", ")", "}", ",", ";", "\t", "\r\n", ".", "\u00a0", "é",
    ];

    public static TheoryData<string, string, string> Surroundings()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (rule, _) in Tokens)
        {
            foreach (var quote in Quotes)
            {
                data.Add(rule, quote, quote);
            }

            foreach (var after in After)
            {
                data.Add(rule, string.Empty, after);
            }

            foreach (var before in Names.ContainsKey(rule) ? [] : Before)
            {
                data.Add(rule, before, string.Empty);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Surroundings))]
    public void A_token_is_found_beside_what_quotes_and_escapes_it(string rule, string before, string after) =>
        Scanning.Rules($"x {Names.GetValueOrDefault(rule)}{before}{Token(rule)}{after} y").ShouldContain(rule);

    public static TheoryData<string, string, string> LongerWords()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (rule, _) in Tokens)
        {
            foreach (var more in new[] { "0", "a", "Z", "n", "u00", "x22", "quot", "3d", "25" })
            {
                data.Add(rule, string.Empty, more);
                data.Add(rule, more, string.Empty);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LongerWords))]
    public void A_token_is_not_found_inside_a_longer_word(string rule, string before, string after) =>
        Scanning.Rules($"x {Names.GetValueOrDefault(rule)}{before}{Token(rule)}{after} y").ShouldNotContain(rule);

    [Theory]
    [InlineData("DEEPGRAM_API_KEY={0}")]
    [InlineData("export DEEPGRAM_API_KEY='{0}'")]
    [InlineData("deepgram.api.key={0}")]
    [InlineData("\"deepgramApiKey\": \"{0}\"")]
    [InlineData("{{\\\"deepgram_api_key\\\":\\\"{0}\\\"}}")]
    [InlineData("{{\"key\":\"DEEPGRAM_API_KEY\",\"value\":\"{0}\"}}")]
    [InlineData("- name: DEEPGRAM_API_KEY\n  value: \"{0}\"")]
    [InlineData("deepgram:\n  model: nova-3\n  apiKey: {0}")]
    [InlineData("deepgram: {{ model: nova, api_key: \"{0}\" }}")]
    [InlineData("provider \"deepgram\" {{\n  region  = \"eu\"\n  api_key = \"{0}\"\n}}")]
    [InlineData("const deepgram = new DeepgramClient({{ apiKey: \"{0}\" }});")]
    [InlineData("client = Deepgram(api_key='{0}')")]
    [InlineData("os.environ[\"DEEPGRAM_API_KEY\"] = \"{0}\"")]
    [InlineData("os.environ.setdefault('DEEPGRAM_API_KEY', '{0}')")]
    [InlineData("DEEPGRAM_API_KEY = os.getenv(\"DG\", \"{0}\")")]
    [InlineData("<add key=\"DeepgramApiKey\" value=\"{0}\" />")]
    [InlineData("<deepgram-api-key>{0}</deepgram-api-key>")]
    [InlineData("ENV DEEPGRAM_API_KEY {0}")]
    [InlineData("run --deepgram-api-key {0} --verbose")]
    [InlineData("Deepgram API key: {0}")]
    [InlineData("https://acme.test/?deepgram_key%3D{0}%26x")]
    [InlineData("API_KEY_DEEPGRAM={0}")]
    public void A_value_that_its_name_tells_is_found_as_people_assign_it(string text) =>
        Scanning.Rules(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Token("deepgram-api-key"))).ShouldContain("deepgram-api-key");

    [Theory]
    [InlineData("deepgram_image_sha: {0}")]
    [InlineData("DeepgramSDK: {0}")]
    [InlineData("deepgram commit = {0}")]
    [InlineData("deepgram_key_checksum: {0}")]
    [InlineData("deepgramApiKeyId: {0}")]
    [InlineData("DEEPGRAM_PUBLIC_KEY={0}")]
    [InlineData("deepgram-sdk @ git+https://example.org/deepgram.git@{0}")]
    [InlineData("deepgram: {{ revision: {0} }}")]
    [InlineData("deepgram {0}")]
    public void A_digest_or_an_identifier_beside_a_service_is_left_alone(string text) =>
        Scanning.Rules(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Token("deepgram-api-key"))).ShouldNotContain("deepgram-api-key");

    private static string Token(string rule) => SampleText.Make(Array.Find(Tokens, pair => pair.Rule == rule).Token, rule);
}
