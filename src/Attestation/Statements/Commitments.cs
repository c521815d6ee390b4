using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gates.Attestation.Statements;

/// <summary>
/// Personal data leaves this program only as salted hashes, in the disclosure format of SD-JWT (RFC 9901 §4.2): when the openings are deleted, what
/// is signed says nothing of a person any more, and still verifies.
/// </summary>
/// <param name="random">Random bytes, as many as asked.</param>
internal sealed class Commitments(Func<int, byte[]> random)
{
    public const string Property = "_sd";
    public const string AlgorithmProperty = "_sd_alg";
    public const string Algorithm = "sha-256";

    private const int SaltBytes = 16;

    private readonly Dictionary<(string Name, string Value), Disclosure> made = [];
    private readonly List<Disclosure> disclosures = [];

    /// <value>In the order in which they were made.</value>
    public IReadOnlyList<Disclosure> Disclosures => disclosures;

    /// <summary>The commitment to a value; one for each name and value of a run.</summary>
    public string To(string name, string value)
    {
        if (!made.TryGetValue((name, value), out var disclosure))
        {
            var salt = Base64Url.EncodeToString(random(SaltBytes));
            var text = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes([salt, name, value], DisclosureJson.Default.StringArray));
            disclosure = made[(name, value)] = new Disclosure(DigestOf(text), text);
            disclosures.Add(disclosure);
        }

        return disclosure.Digest;
    }

    /// <summary>The commitment that a disclosure opens.</summary>
    public static string DigestOf(string disclosure) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(disclosure)));

    /// <summary>The openings as a file.</summary>
    public byte[] ToBytes() => DisclosureFile.Write(disclosures);
}

/// <summary>What opens a commitment: whoever has it can show the value, whoever has not cannot guess it.</summary>
/// <param name="Digest">The commitment, as it stands in <c>_sd</c>.</param>
/// <param name="Text">Base64url of the JSON array of salt, name and value.</param>
internal sealed record Disclosure(string Digest, string Text);

/// <summary>A disclosure as JSON: salt, name and value.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class DisclosureJson : JsonSerializerContext;
