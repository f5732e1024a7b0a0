'use strict';
// @alicloud/pop-core, the vendor's older generic client: hmac-sha1 by GET, and by POST of a form.

const assert = require('node:assert/strict');
const { after, before, beforeEach, describe, test } = require('node:test');

const { RPCClient } = require('@alicloud/pop-core');

const { AWKWARD, DIRECT, END, Emulator, KEYS, LONG, CHANNELS, START } = require('./emulator');

let emulator;
before(async () => {
  emulator = await Emulator.start();
});
beforeEach(() => emulator.begin());
after(() => emulator?.stop());

for (const method of ['GET', 'POST']) {
  describe(method, () => {
    const call = (action, parameters, { id, secret, token } = KEYS.plain) => {
      const client = new RPCClient({
        accessKeyId: id,
        accessKeySecret: secret,
        securityToken: token,
        endpoint: emulator.url,
        apiVersion: '2020-06-06',
      });
      return client.request(action, parameters, { method });
    };

    for (const [keyKind, key] of Object.entries(KEYS)) {
      for (const [channelKind, channel] of Object.entries(CHANNELS)) {
        // A channel of that very ID must be there: success proves that the ID arrived as it was.
        test(`enables exactly the ${channelKind} channel that was named, with a ${keyKind} key`, async () => {
          const parameters = { CustSpaceId: channel, IsvCode: AWKWARD };
          const answer = await call('EnableWhatsappROIMetric', parameters, key);
          assert.equal(answer.Code, 'OK');
          assert.deepEqual(await emulator.enabledChannels(), [channel]);
          const logged = await emulator.lastRequest();
          assert.equal(logged.request_id, answer.RequestId.trim());
          assert.deepEqual(logged.parameters, parameters);
          assert.equal(logged.signature, 'hmac-sha1');
          assert.equal(logged.method, method);
          assert.equal(logged.access_key_id, key.id);
          assert.equal(logged.action, 'EnableWhatsappROIMetric');
        });
      }

      test(`a wrong secret of a ${keyKind} key is refused`, async () => {
        const wrong = { ...key, secret: `${key.secret}x` };
        await assert.rejects(call('EnableWhatsappROIMetric', {}, wrong), {
          name: 'SignatureDoesNotMatchError',
          code: 'SignatureDoesNotMatch',
        });
        assert.deepEqual(await emulator.enabledChannels(), []);
      });
    }

    // The SDK keeps empty values and signs them; the service takes them for absent.
    test('empty values are sent and mean nothing', async () => {
      const parameters = { CustSpaceId: '', IsvCode: '' };
      assert.equal((await call('EnableWhatsappROIMetric', parameters)).Code, 'OK');
      assert.deepEqual(await emulator.enabledChannels(), [DIRECT]);
      assert.deepEqual((await emulator.lastRequest()).parameters, parameters);
    });

    test('reads the metrics of a number, which comes back in the rows', async () => {
      await emulator.collectData();
      const parameters = {
        Start: String(START),
        End: String(END),
        Granularity: 'DAILY',
        PhoneNumber: AWKWARD,
        CustSpaceId: AWKWARD,
        IsvCode: AWKWARD,
      };
      const { Data: rows } = await call('GetChatappPhoneNumberMetric', parameters);
      assert.deepEqual(
        rows.map((row) => row.PhoneNumber),
        [AWKWARD, AWKWARD],
      );
      assert.deepEqual((await emulator.lastRequest()).parameters, parameters);
    });

    for (const [kind, template] of Object.entries({ awkward: AWKWARD, long: LONG, plain: '1119258888' })) {
      test(`reads the metrics of a template with ${kind} code, which comes back in the rows`, async () => {
        await emulator.collectData();
        const parameters = {
          TemplateCode: template,
          Start: String(START),
          End: String(END),
          Language: 'zh_CN',
          TemplateType: 'WHATSAPP',
        };
        const { Data: rows } = await call('GetChatappTemplateMetric', parameters);
        assert.equal(rows.length, 2);
        for (const row of rows) assert.deepEqual([row.TemplateCode, row.Language], [template, 'zh_CN']);
        assert.deepEqual((await emulator.lastRequest()).parameters, parameters);
      });
    }

    test('a temporary key needs its token', async () => {
      const { id, secret } = KEYS.temporary;
      await assert.rejects(call('EnableWhatsappROIMetric', {}, { id, secret }), {
        code: 'MissingSecurityToken',
      });
    });

    test('a refusal is the error that the SDK raises', async () => {
      const error = await call('EnableWhatsappROIMetric', { CustSpaceId: 'cams-of-nobody' }).then(
        assert.fail,
        (refused) => refused,
      );
      const { code, request_id: requestId } = await emulator.lastRequest();
      assert.equal(code, 'Unknown.ResourceOwnerId');
      assert.deepEqual([error.name, error.code, error.data.RequestId], [`${code}Error`, code, requestId]);
    });

    // This SDK, unlike the generated one, takes a code of failure for a failure whatever the status is.
    test('a failure that comes with status 200 is raised', async () => {
      const fault = { type: 'error', status: 200, code: 'Product.Unsubscript' };
      await emulator.control('faults', { fault });
      await assert.rejects(call('EnableWhatsappROIMetric', {}), { code: 'Product.Unsubscript' });
    });
  });
}
