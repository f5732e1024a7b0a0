'use strict';
// @alicloud/cams20200606, the SDK that the vendor generates for this API, with both signatures.

const assert = require('node:assert/strict');
const { after, before, beforeEach, describe, test } = require('node:test');

const cams = require('@alicloud/cams20200606');
const { Config } = require('@alicloud/openapi-client');

const { AWKWARD, DIRECT, END, Emulator, KEYS, LONG, CHANNELS, START } = require('./emulator');

let emulator;
before(async () => {
  emulator = await Emulator.start();
});
beforeEach(() => emulator.begin());
after(() => emulator?.stop());

function client(signatureAlgorithm, { id, secret, token } = KEYS.plain) {
  return new cams.default(
    new Config({
      accessKeyId: id,
      accessKeySecret: secret,
      securityToken: token,
      protocol: 'http',
      endpoint: emulator.host,
      signatureAlgorithm,
    }),
  );
}

const enableRequest = (fields) => new cams.EnableWhatsappROIMetricRequest(fields);

// What the SDK calls "v2" is hmac-sha1 on the wire.
for (const [algorithm, name] of Object.entries({ 'acs3-hmac-sha256': undefined, 'hmac-sha1': 'v2' })) {
  describe(algorithm, () => {
    for (const [keyKind, key] of Object.entries(KEYS)) {
      for (const [channelKind, channel] of Object.entries(CHANNELS)) {
        // A channel of that very ID must be there: success proves that the ID arrived as it was.
        test(`enables exactly the ${channelKind} channel that was named, with a ${keyKind} key`, async () => {
          const request = enableRequest({ custSpaceId: channel, isvCode: AWKWARD });
          const { body } = await client(name, key).enableWhatsappROIMetric(request);
          assert.equal(body.code, 'OK');
          assert.deepEqual(await emulator.enabledChannels(), [channel]);
          const logged = await emulator.lastRequest();
          assert.equal(logged.request_id, body.requestId.trim());
          assert.deepEqual(logged.parameters, { CustSpaceId: channel, IsvCode: AWKWARD });
          assert.equal(logged.signature, algorithm);
          assert.equal(logged.method, 'POST');
          assert.equal(logged.access_key_id, key.id);
          assert.equal(logged.action, 'EnableWhatsappROIMetric');
          if (algorithm === 'acs3-hmac-sha256') {
            assert.equal(logged.signed_headers.includes('x-acs-security-token'), key.token !== undefined);
          }
        });
      }

      test(`a wrong secret of a ${keyKind} key is refused`, async () => {
        const wrong = client(name, { ...key, secret: `${key.secret}x` });
        await assert.rejects(wrong.enableWhatsappROIMetric(enableRequest({})), {
          code: 'SignatureDoesNotMatch',
          statusCode: 400,
        });
        assert.deepEqual(await emulator.enabledChannels(), []);
      });
    }

    // The SDK keeps empty values and signs them; the service takes them for absent.
    test('empty values are sent and mean nothing', async () => {
      const request = enableRequest({ custSpaceId: '', isvCode: '' });
      const { body } = await client(name).enableWhatsappROIMetric(request);
      assert.equal(body.code, 'OK');
      assert.deepEqual(await emulator.enabledChannels(), [DIRECT]);
      assert.deepEqual((await emulator.lastRequest()).parameters, { CustSpaceId: '', IsvCode: '' });
    });

    test('absent values are not sent', async () => {
      const { body } = await client(name).enableWhatsappROIMetric(enableRequest({}));
      assert.equal(body.code, 'OK');
      assert.deepEqual((await emulator.lastRequest()).parameters, {});
    });

    test('reads the metrics of a number, which comes back in the rows', async () => {
      await emulator.collectData();
      const request = new cams.GetChatappPhoneNumberMetricRequest({
        start: START,
        end: END,
        granularity: 'DAILY',
        phoneNumber: AWKWARD,
        custSpaceId: AWKWARD,
        isvCode: AWKWARD,
      });
      const { body } = await client(name).getChatappPhoneNumberMetric(request);
      assert.deepEqual(
        body.data.map((row) => [row.phoneNumber, row.granularity]),
        [
          [AWKWARD, 'DAILY'],
          [AWKWARD, 'DAILY'],
        ],
      );
      assert.deepEqual([body.data[0].start, body.data[1].end], [START, END]);
      assert.ok(body.data.every((row) => row.sentCount >= row.deliveredCount && row.deliveredCount > 0));
      const logged = await emulator.lastRequest();
      assert.deepEqual(logged.parameters, {
        Start: String(START),
        End: String(END),
        Granularity: 'DAILY',
        PhoneNumber: AWKWARD,
        CustSpaceId: AWKWARD,
        IsvCode: AWKWARD,
      });
      assert.deepEqual([logged.signature, logged.method], [algorithm, 'POST']);
    });

    for (const [kind, template] of Object.entries({ awkward: AWKWARD, long: LONG, plain: '1119258888' })) {
      test(`reads the metrics of a template with ${kind} code, which comes back in the rows`, async () => {
        await emulator.collectData();
        const request = new cams.GetChatappTemplateMetricRequest({
          templateCode: template,
          start: START,
          end: END,
          language: 'zh_CN',
          granularity: 'HALF_HOUR',
          templateType: 'WHATSAPP',
          custSpaceId: AWKWARD,
          isvCode: AWKWARD,
        });
        const { body } = await client(name).getChatappTemplateMetric(request);
        assert.equal(body.data.length, 2 * 48);
        for (const row of body.data) {
          assert.deepEqual([row.templateCode, row.language], [template, 'zh_CN']);
          assert.ok(row.sentCount >= row.deliveredCount && row.deliveredCount >= row.readCount);
          assert.ok(row.cliented.every((click) => click.type && click.count >= 0));
        }
        const logged = await emulator.lastRequest();
        assert.equal(logged.parameters.TemplateCode, template);
        assert.deepEqual([logged.signature, logged.method], [algorithm, 'POST']);
      });
    }

    test('an awkward language arrives but has no metrics', async () => {
      await emulator.collectData();
      const request = new cams.GetChatappTemplateMetricRequest({
        templateCode: AWKWARD,
        start: START,
        end: END,
        language: AWKWARD,
      });
      assert.deepEqual((await client(name).getChatappTemplateMetric(request)).body.data, []);
      assert.equal((await emulator.lastRequest()).parameters.Language, AWKWARD);
    });

    for (const [token, code] of [
      [undefined, 'MissingSecurityToken'],
      ['another', 'InvalidSecurityToken.Malformed'],
    ]) {
      test(`a temporary key with ${token ?? 'no'} token is refused`, async () => {
        const wrong = client(name, { ...KEYS.temporary, token });
        await assert.rejects(wrong.enableWhatsappROIMetric(enableRequest({})), { code });
      });
    }

    test('a refusal is the error that the SDK raises', async () => {
      const call = client(name).enableWhatsappROIMetric(enableRequest({ custSpaceId: 'cams-of-nobody' }));
      const error = await call.then(assert.fail, (refused) => refused);
      const { code, request_id: requestId } = await emulator.lastRequest();
      assert.equal(code, 'Unknown.ResourceOwnerId');
      assert.deepEqual([error.code, error.statusCode, error.data.RequestId], [code, 400, requestId]);
    });

    test('a denial has its detail, an object', async () => {
      await emulator.changeAccount({ permissions: ['cams:ListInstance'], denial: 'object' });
      const call = client(name).enableWhatsappROIMetric(enableRequest({}));
      const error = await call.then(assert.fail, (refused) => refused);
      assert.deepEqual([error.code, error.statusCode], ['NoPermission', 403]);
      assert.equal(error.accessDeniedDetail.AuthAction, 'cams:EnableWhatsappROIMetric');
    });

    for (const [fault, expected] of [
      [{ type: 'throttle', retry_after_ms: 1500 }, ['Throttling.User', 429]],
      [{ type: 'error', status: 503, code: 'ServiceUnavailable' }, ['ServiceUnavailable', 503]],
    ]) {
      test(`the fault ${fault.type} is the error that the SDK raises`, async () => {
        await emulator.control('faults', { fault });
        const call = client(name).enableWhatsappROIMetric(enableRequest({}));
        const error = await call.then(assert.fail, (refused) => refused);
        assert.deepEqual([error.code, error.statusCode], expected);
        assert.equal((await emulator.lastRequest()).fault, fault.type);
      });
    }
  });
}
