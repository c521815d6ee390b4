using System.Text;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Cryptography;

public sealed class Ed25519Tests
{
    /// <summary>RFC 8032 §7.1: tests 1, 2, 3 and SHA(abc).</summary>
    public static TheoryData<string, string, string, string> Vectors { get; } = new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42", "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sign_VectorOfTheStandard_GivesItsSignature(string seed, string publicKey, string message, string signature)
    {
        using var key = Ed25519PrivateKey.From(Convert.FromHexString(seed));
        Convert.ToHexStringLower(key.PublicKey.Bytes.Span).ShouldBe(publicKey);
        Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))).ShouldBe(signature);
        key.PublicKey.Verify(Convert.FromHexString(message), Convert.FromHexString(signature)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(63)]
    public void Verify_OneBitFlipped_Refuses(int at)
    {
        using var key = Key();
        var message = "a message"u8.ToArray();
        var signature = key.Sign(message);
        signature[at] ^= 1;
        key.PublicKey.Verify(message, signature).ShouldBeFalse();
    }

    [Fact]
    public void Verify_OtherMessageOrOtherKey_Refuses()
    {
        using var key = Key();
        using var other = Key();
        var signature = key.Sign("one"u8);
        key.PublicKey.Verify("two"u8, signature).ShouldBeFalse();
        other.PublicKey.Verify("one"u8, signature).ShouldBeFalse();
    }

    /// <summary>S + L verifies by the equation alone; RFC 8032 §5.1.7 wants S below L, or one message would have many signatures.</summary>
    [Fact]
    public void Verify_SIsNotCanonical_Refuses()
    {
        using var key = Key();
        var signature = key.Sign("m"u8);
        var order = Convert.FromHexString("EDD3F55C1A631258D69CF7A2DEF9DE1400000000000000000000000000000010");
        for (int i = 0, carry = 0; i < 32; i++)
        {
            carry += signature[32 + i] + order[i];
            signature[32 + i] = (byte)carry;
            carry >>= 8;
        }

        key.PublicKey.Verify("m"u8, signature).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void Verify_SignatureOfAnotherLength_Refuses(int length)
    {
        using var key = Key();
        key.PublicKey.Verify("m"u8, new byte[length]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000", "neutral element")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000080", "neutral element, other sign")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "order 4")]
    [InlineData("ECFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F", "order 2")]
    [InlineData("26E8958FC2B227B045C3F489F2EF98F0D5DFAC05D3C63339B13802886D53FC05", "order 8")]
    [InlineData("C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC037A", "order 8")]
    [InlineData("C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC03FA", "order 8, other sign")]
    [InlineData("EDFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F", "the prime itself")]
    [InlineData("EEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "above the prime")]
    public void PublicKey_ProvesNothing_IsRefused(string key, string why)
    {
        var refusal = Should.Throw<EvidenceFormatException>(() => Ed25519PublicKey.From(Convert.FromHexString(key)), why);
        refusal.Message.ShouldContain("small order");
    }

    [Fact]
    public void PublicKey_Truncated_IsRefused() =>
        Should.Throw<EvidenceFormatException>(() => Ed25519PublicKey.From(new byte[31])).Message.ShouldBe("an Ed25519 public key has 32 bytes, not 31");

    [Fact]
    public void PrivateKey_Printed_ShowsItsPublicNameOnly()
    {
        var (key, pem) = Ed25519PrivateKey.Create();
        using (key)
        {
            key.ToString().ShouldBe($"private key of {key.KeyId}");
            pem.AsSpan().Contains(key.KeyId.AsSpan(), StringComparison.Ordinal).ShouldBeFalse();
            key.PublicKey.Verify(Encoding.UTF8.GetBytes("m"), key.Sign("m"u8)).ShouldBeTrue();
        }
    }

    private static Ed25519PrivateKey Key() => Ed25519PrivateKey.Create().Key;
}
